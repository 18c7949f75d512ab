/** Browsers make passkeys for names only, and the oldest of those in use cannot read the options as the service writes them. */
export function passkeysWork(): boolean {
  return (
    typeof PublicKeyCredential !== 'undefined' &&
    'parseCreationOptionsFromJSON' in PublicKeyCredential &&
    !/^[\d.]+$|^\[/u.test(location.hostname)
  );
}
