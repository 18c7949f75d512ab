import { api } from '../../../api/api.ts';
import { Failure } from '../../../api/failure.ts';
import type { ChosenContact } from './sharing.ts';

const goneCodes = ['contact-archived', 'contact-unknown'];

interface Chosen {
  readonly contacts: readonly ChosenContact[];
  /** Who is in it already, and stays in it whatever has become of the contact. */
  readonly settled?: readonly ChosenContact[];
}

/** Of the newly chosen contacts, those who are archived or no longer there: read anew, one by one, since at most twenty are chosen. */
export async function namesOfGone(
  practiceId: string,
  { contacts, settled = [] }: Chosen,
  error: unknown,
): Promise<readonly string[]> {
  const isNew = (one: ChosenContact) => !settled.some(({ contactId }) => contactId === one.contactId);
  const codes = error instanceof Failure ? (error.problem?.errors?.['contacts'] ?? []) : [];
  if (!codes.some((code) => goneCodes.includes(code))) {
    return [];
  }
  const looked = await Promise.all(
    contacts.filter(isNew).map(async ({ contactId, name }) => {
      try {
        const { body } = await api.get('/practices/{practiceId}/contacts/{contactId}', {
          path: { practiceId, contactId },
        });
        return body.contact.archived ? name : undefined;
      } catch (cause) {
        // Where it cannot be found out, nobody is named.
        return cause instanceof Failure && cause.status === 404 ? name : undefined;
      }
    }),
  );
  return looked.filter((name) => name !== undefined);
}
