/** The id of the platform that the host says somebody or something is of: `''` where it says none. */
export function platformIdOf({ platformId = '' }: { readonly platformId?: string | undefined }): string {
  return platformId;
}
