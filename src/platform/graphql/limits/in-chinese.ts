/**
 * What graphql-js, its scalars and Apollo Server say of a request, in Chinese. They know no language: their English is read by its form, with
 * the names that stand in it kept. `test/platform/graphql/in-chinese.test.ts` asks every rule of validation, so that a new release that says
 * something else is seen.
 */

/** Forms and what they mean: `$1` … are what the form holds. No form looks further than the text once for each of its places. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // Documents, by the rules of validation.
  [/^Cannot query field "([^"]*)" on type "([^"]*)"\.$/, '类型 "$2" 没有字段 "$1"。'],
  [/^Unknown argument "([^"]*)" on field "([^"]*)"\.$/, '字段 "$2" 没有参数 "$1"。'],
  [/^Unknown argument "([^"]*)" on directive "([^"]*)"\.$/, '指令 "$2" 没有参数 "$1"。'],
  [/^Unknown type "([^"]*)"\.$/, '没有类型 "$1"。'],
  [/^Unknown fragment "([^"]*)"\.$/, '没有片段 "$1"。'],
  [/^Unknown directive "([^"]*)"\.$/, '没有指令 "$1"。'],
  [/^Directive "([^"]*)" may not be used on ([A-Z_ ]+)\.$/, '指令 "$1" 不能用在此处($2)。'],
  [/^The directive "([^"]*)" can only be used once at this location\.$/, '指令 "$1" 在此处只能使用一次。'],
  [/^The (.*) definition is not executable\.$/s, '文档中只能有操作和片段,不能有 $1 的定义。'],
  [
    /^Fragment "([^"]*)" cannot condition on non composite type "([^"]*)"\.$/,
    '片段 "$1" 不能以类型 "$2" 为条件:它没有字段。',
  ],
  [/^Fragment cannot condition on non composite type "([^"]*)"\.$/, '片段不能以类型 "$1" 为条件:它没有字段。'],
  [
    /^Fragment "([^"]*)" cannot be spread here as objects of type "([^"]*)" can never be of type "([^"]*)"\.$/,
    '片段 "$1" 不能用在此处:类型 "$2" 不可能是类型 "$3"。',
  ],
  [
    /^Fragment cannot be spread here as objects of type "([^"]*)" can never be of type "([^"]*)"\.$/,
    '片段不能用在此处:类型 "$1" 不可能是类型 "$2"。',
  ],
  [/^Fragment "([^"]*)" is never used\.$/, '片段 "$1" 没有被使用。'],
  [/^Cannot spread fragment "([^"]*)" within itself via (.*)\.$/s, '片段 "$1" 不能经由 $2 包含自己。'],
  [/^Cannot spread fragment "([^"]*)" within itself\.$/, '片段 "$1" 不能包含自己。'],
  [/^This anonymous operation must be the only defined operation\.$/, '没有名称的操作只能单独使用。'],
  [/^Maximum introspection depth exceeded$/, '对模式的查询嵌套过深。'],
  [/^Variable "([^"]*)" is not defined by operation "([^"]*)"\.$/, '操作 "$2" 没有声明变量 "$1"。'],
  [/^Variable "([^"]*)" is not defined\.$/, '没有声明变量 "$1"。'],
  [/^Variable "([^"]*)" is never used in operation "([^"]*)"\.$/, '操作 "$2" 没有使用变量 "$1"。'],
  [/^Variable "([^"]*)" is never used\.$/, '没有使用变量 "$1"。'],
  [/^Variable "([^"]*)" cannot be non-input type "([^"]*)"\.$/, '变量 "$1" 不能是类型 "$2":它不能用作输入。'],
  [
    /^Variable "([^"]*)" of type "([^"]*)" used in position expecting type "([^"]*)"\.$/,
    '变量 "$1" 的类型是 "$2",而此处需要类型 "$3"。',
  ],
  [
    /^Variable "([^"]*)" is of type "([^"]*)" but must be non-nullable to be used for OneOf Input Object "([^"]*)"\.$/,
    '变量 "$1" 的类型是 "$2",用在 "$3" 中时不能为空。',
  ],
  [
    /^Field "([^"]*)" argument "([^"]*)" of type "([^"]*)" is required, but it was not provided\.$/,
    '字段 "$1" 缺少必填的参数 "$2"(类型 "$3")。',
  ],
  [
    /^Directive "([^"]*)" argument "([^"]*)" of type "([^"]*)" is required, but it was not provided\.$/,
    '指令 "$1" 缺少必填的参数 "$2"(类型 "$3")。',
  ],
  [
    /^Field "([^"]*)" must not have a selection since type "([^"]*)" has no subfields\.$/,
    '字段 "$1" 的类型 "$2" 没有下级字段,不能再选择字段。',
  ],
  [
    /^Field "([^"]*)" of type "([^"]*)" must have a selection of subfields\.$/,
    '字段 "$1" 的类型是 "$2",需要写明其中的字段。',
  ],
  [
    /^Field "([^"]*)" of type "([^"]*)" must have at least one field selected\.$/,
    '字段 "$1" 的类型是 "$2",至少要选择其中一个字段。',
  ],
  [
    /^(?:Subscription "([^"]*)"|Anonymous Subscription) must select only one top level field\.$/,
    '订阅只能选择一个顶层字段。',
  ],
  [
    /^(?:Subscription "([^"]*)"|Anonymous Subscription) must not select an introspection top level field\.$/,
    '订阅的顶层字段不能是对模式的查询。',
  ],
  [/^There can be only one argument named "([^"]*)"\.$/, '参数 "$1" 只能出现一次。'],
  [/^There can be only one fragment named "([^"]*)"\.$/, '片段 "$1" 只能定义一次。'],
  [/^There can be only one input field named "([^"]*)"\.$/, '输入字段 "$1" 只能出现一次。'],
  [/^There can be only one operation named "([^"]*)"\.$/, '操作 "$1" 只能定义一次。'],
  [/^There can be only one variable named "([^"]*)"\.$/, '变量 "$1" 只能声明一次。'],
  [
    /^Fields "([^"]*)" conflict because .* Use different aliases on the fields to fetch both if this was intentional\.$/s,
    '名为 "$1" 的几个字段相互冲突:它们不是同一个字段,或参数不同;如确需同时查询,请使用不同的别名。',
  ],
  // Values, in a document and in variables.
  [/^Field "([^"]*)" of required type "([^"]*)" was not provided\.$/, '缺少必填的字段 "$1"(类型 "$2")。'],
  [/^Field "([^"]*)" is not defined by type "([^"]*)"\.$/, '类型 "$2" 没有字段 "$1"。'],
  [/^Expected type "([^"]*)" to be an object\.$/, '应为类型 "$1" 的对象。'],
  [/^Expected non-nullable type "([^"]*)" not to be null\.$/, '类型 "$1" 的值不能为 null。'],
  [/^OneOf Input Object "([^"]*)" must specify exactly one key\.$/, '"$1" 应恰好填写一项。'],
  [/^Exactly one key must be specified for OneOf type "([^"]*)"\.$/, '"$1" 应恰好填写一项。'],
  [/^Field "([^"]*)" must be non-null\.$/, '字段 "$1" 不能为 null。'],
  [/^Value "([^"]*)" does not exist in "([^"]*)" enum\.$/, '枚举 "$2" 没有值 "$1"。'],
  [/^Enum "([^"]*)" cannot represent non-string value: .*\.$/s, '枚举 "$1" 的值应为字符串。'],
  [/^Enum "([^"]*)" cannot represent non-enum value: .*\.$/s, '此处应为枚举 "$1" 的值。'],
  [/^Int cannot represent non-integer value: (.*)$/s, '应为整数,而不是 $1。'],
  [/^Int cannot represent non 32-bit signed integer value: (.*)$/s, '整数 $1 超出范围。'],
  [/^Float cannot represent non numeric value: (.*)$/s, '应为数字,而不是 $1。'],
  [/^String cannot represent a non string value: (.*)$/s, '应为字符串,而不是 $1。'],
  [/^Boolean cannot represent a non boolean value: (.*)$/s, '应为 true 或 false,而不是 $1。'],
  [/^ID cannot represent (?:a non-string and non-integer )?value: (.*)$/s, '应为标识(字符串),而不是 $1。'],
  [/^DateTime cannot represent [^]*$/, '应为日期时间,例如 2026-09-01T08:00:00+08:00。'],
  [/^Date cannot represent [^]*$/, '应为日期,例如 2026-09-01。'],
  [/^Value is not a valid \w+Time: (.*)$/s, '应为时刻,例如 08:30,而不是 $1。'],
  [/^Can only validate strings as local times [^]*$/, '应为时刻,例如 08:30。'],
  [/^Can only validate strings as URLs [^]*$/, '应为网址。'],
  [/^Invalid URL[^]*$/, '应为网址。'],
  [/^Value is not string: (.*)$/s, '应为字符串,而不是 $1。'],
  [/^Expected value of type "([^"]*)", found (.*?)[.;][^.;]*$/s, '应为类型 "$1" 的值,而不是 $2。'],
  [/^Expected type "([^"]*)"\.[^]*$/, '应为类型 "$1" 的值。'],
  // Variables as a whole; what is wrong within one is told by its place.
  [/^Variable "([^"]*)" of required type "([^"]*)" was not provided\.$/, '缺少必填的变量 "$1"(类型 "$2")。'],
  [/^Variable "([^"]*)" of non-null type "([^"]*)" must not be null\.$/, '变量 "$1"(类型 "$2")不能为 null。'],
  [
    /^Too many errors processing variables, error limit reached\. Execution aborted\.$/,
    '变量中的错误过多,不再逐一列出。',
  ],
  [/^Too many validation errors, error limit reached\. Validation aborted\.$/, '文档中的错误过多,不再逐一列出。'],
  // Texts that are no document.
  [/^Syntax Error: Expected (.*), found (.*)\.$/s, '语法错误:此处应为 $1,而不是 $2。'],
  [/^Syntax Error: Unexpected single quote character [^]*$/, '语法错误:字符串应使用双引号(")。'],
  [/^Syntax Error: Unexpected (?:character: )?(.*)\.$/s, '语法错误:此处不应有 $1。'],
  [/^Syntax Error: Unterminated string\.$/, '语法错误:字符串没有结束。'],
  [/^Syntax Error: Invalid number, [^:]*: (.*)\.$/s, '语法错误:数字中不应有 $1。'],
  [/^Syntax Error: Invalid character within String: (.*)\.$/s, '语法错误:字符串中不能有 $1。'],
  [/^Syntax Error: Invalid (?:Unicode|character) escape sequence: (.*)\.$/s, '语法错误:转义序列 $1 不正确。'],
  [/^Syntax Error: Document contains more tha[nt] (\d+) tokens\. Parsing aborted\.$/, '一个文档最多 $1 个词元。'],
  [/^Syntax Error: (.*)$/s, '语法错误:$1'],
  [/^Maximum call stack size exceeded$/, '文档嵌套过深。'],
  // Requests, as Apollo Server reads them.
  [/^POST body missing, [^]*$/, '请求体应为一个含 query 的 JSON 对象。'],
  [/^GraphQL operations must contain a non-empty `query` [^]*$/, '请求中缺少 query(或 documentId)。'],
  [/^GraphQL queries must be strings\.[^]*$/, 'query 应为字符串。'],
  [/^`(\w+)` in a POST body (?:should be provided as|must be) an object[^]*$/, '请求体中的 $1 应为对象。'],
  [/^`(\w+)` in a POST body must be a string if provided\.$/, '请求体中的 $1 应为字符串。'],
  [
    /^GET requests may not have a content-type header other than application\/json\.$/,
    'GET 请求的 content-type 只能是 application/json。',
  ],
];

/** Token kinds as the parser names them. */
const WORDS: readonly (readonly [string, string])[] = [
  ['<EOF>', '文档结尾'],
  ['Name', '名称'],
  ['String', '字符串'],
  ['Int', '整数'],
  ['Float', '数字'],
];

/** A sentence in Chinese; of what nobody has words for, the English behind words that say what it is about. */
export function inChinese(english: string): string {
  for (const [form, chinese] of FORMS) {
    const found = form.exec(english);
    if (!found) continue;
    const named = english.startsWith('Syntax Error') ? found.map(ofParser) : found;
    return chinese.replace(/\$(\d)/g, (_, place: string) => named[Number(place)] ?? '');
  }
  return `请求有误:${english}`;
}

/** Whether somebody has words for it. */
export function isKnownSentence(english: string): boolean {
  return FORMS.some(([form]) => form.test(english));
}

function ofParser(value: string | undefined): string {
  const [word, ...rest] = (value ?? '').split(' ');
  const known = WORDS.find(([kind]) => kind === word);
  return known ? [known[1], ...rest].join(' ') : (value ?? '');
}
