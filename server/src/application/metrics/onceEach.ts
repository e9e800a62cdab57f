/** Remembers what was begun under a name; what failed is begun again. */
export function onceEach(): <Value>(name: string, begin: () => Promise<Value>) => Promise<Value> {
  const begun = new Map<string, Promise<unknown>>();
  return <Value>(name: string, begin: () => Promise<Value>) => {
    const known = begun.get(name) as Promise<Value> | undefined;
    if (known !== undefined) return known;
    const value = begin();
    begun.set(name, value);
    value.catch(() => begun.delete(name));
    return value;
  };
}
