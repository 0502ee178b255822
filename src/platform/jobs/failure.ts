/** The facts of a fault to tell: kind, code and where, never its message, which may repeat what people wrote. */
export function reasonOf(error: unknown): {
  readonly error: string;
  readonly code: string;
  readonly at: readonly string[];
} {
  const { name, code, stack } = error as { name?: unknown; code?: unknown; stack?: unknown };
  const lines = typeof stack === 'string' ? stack.split('\n').map((line) => line.trim()) : [];
  return {
    error: typeof name === 'string' ? name : typeof error,
    code: typeof code === 'string' ? code : '',
    at: lines.filter((line) => line.startsWith('at ')).slice(0, 8),
  };
}
