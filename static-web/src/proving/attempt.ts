/**
 * Does what a step does. What the whole page has changed for, such as a link that is over, is no failure of the step.
 *
 * @param onFailed true where the page has changed
 */
export async function attempt<T>(onFailed: (error: unknown) => boolean, act: () => Promise<T>): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    if (!onFailed(error)) {
      throw error;
    }
    return undefined;
  }
}
