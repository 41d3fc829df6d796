/** Types that say nothing: the name decides whether it may be a photo, and its bytes whether it is one. */
const SILENT = new Set(["", "application/octet-stream", "binary/octet-stream"]);
const NO_PHOTO = new Set(["image/svg+xml", "image/gif", "image/tiff", "image/vnd.dwg"]);
const PHOTO_NAME = /\.(jpe?g|png|webp|hei[cf])$/i;

/**
 * Whether a file may be a photo by its announced type and name. Phones and messengers announce a good JPEG as
 * `image/jpg`, `IMAGE/JPEG` or nothing at all, so only what is certainly something else is refused here.
 */
export function mayBePhoto(contentType: string | undefined, name: string | undefined): boolean {
  const type = (contentType ?? "").trim().toLowerCase();
  if (!SILENT.has(type)) return type.startsWith("image/") && !NO_PHOTO.has(type);
  return name === undefined || !/\.[^.]{1,8}$/.test(name) || PHOTO_NAME.test(name);
}
