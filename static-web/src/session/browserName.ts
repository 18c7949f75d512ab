/** What a browser says of itself is long; the parts that a person knows it by are the program and the system. */
export function browserName(agent: string): string {
  const system = /Android|iPhone|iPad|Windows|Mac OS X|Linux/u.exec(agent)?.[0];
  const program = /Edg|Firefox|Chrome|Safari/u.exec(agent)?.[0];
  return [program?.replace('Edg', 'Edge'), system?.replace('Mac OS X', 'Mac')].filter(Boolean).join(', ') || agent;
}
