/** Front ends under development where their tools serve them by default. */
export const DEMO_ORIGINS: readonly string[] = ['localhost', '127.0.0.1'].flatMap((host) =>
  [3000, 4200, 5173, 8080].map((port) => `http://${host}:${port}`),
);

export const ORIGINS_FORM =
  'origins such as https://admin.example.org with commas between them, each as a browser writes it; neither * nor null';

/** As a browser writes it: no path, no port that goes without saying, nothing in capital letters. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
}
