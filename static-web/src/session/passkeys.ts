/** Somebody let the browser's question be, or has no passkey. */
export class PasskeyNotUsed extends Error {}

/** A new passkey on this device, in the form that the service reads (WebAuthn Level 3, PublicKeyCredential.toJSON). */
export const makePasskey = (options: object) =>
  ask(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON),
    }),
  );

/** The proof of one that is there. */
export const provePasskey = (options: object) =>
  ask(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
    }),
  );

async function ask(question: () => Promise<Credential | null>): Promise<Record<string, never>> {
  try {
    const credential = await question();
    if (credential instanceof PublicKeyCredential) {
      return credential.toJSON() as Record<string, never>;
    }
  } catch (error) {
    if (!(error instanceof DOMException)) {
      throw error;
    }
  }
  throw new PasskeyNotUsed();
}
