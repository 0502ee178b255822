import { Field } from 'type-graphql';
import { ErrorPolicy } from './error-policy.enum.ts';

interface PolicyField {
  /** One English sentence with the Chinese term. */
  readonly description?: string;
  /** What becomes of them where the client does not say. */
  readonly otherwise?: ErrorPolicy;
}

/** The field `errorPolicy` in the input of a mutation of many. */
export function ErrorPolicyField({
  description = 'What becomes of the others where one is refused (批量出错处理).',
  otherwise = ErrorPolicy.REJECT_EVERYTHING,
}: PolicyField = {}): PropertyDecorator {
  return Field(() => ErrorPolicy, { defaultValue: otherwise, description });
}
