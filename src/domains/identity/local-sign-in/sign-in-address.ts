/** The first part of the path of the page where a link is used. */
export const SIGN_IN_PAGE = 'sign-in';

/** What is handed to somebody so that they set up how they sign in. */
export const signInAddress = (publicUrl: string, token: string): string => `${publicUrl}/${SIGN_IN_PAGE}/${token}`;
