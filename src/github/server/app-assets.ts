/** Where the app's pages find the style and the icon of the site. */
export const APP_ASSETS = "/assets";
