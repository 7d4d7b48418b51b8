/**
 * The options that a caller gave: own properties, and those inherited from anything but `Object.prototype`. Any script
 * on the page may have set `fetch` or `headers` on `Object.prototype`, and a stranger's function must not get the
 * credentials. The result inherits nothing.
 */
export function givenOptions<T extends object>(options: T): T {
  const given: T = Object.create(null);
  // Every call copies several: nothing inherits a setter here, so that setting is enough, and costs a third of defining.
  for (const key of namesOf(options)) Reflect.set(given, key, Reflect.get(options, key));
  return given;
}

/** The same for an object with methods: each read looks the method up anew and binds it to the object itself. */
export function givenMethods<T extends object>(source: T): T {
  const given: T = Object.create(null);
  for (const key of namesOf(source)) {
    const get = () => {
      const value: unknown = Reflect.get(source, key);
      return typeof value === "function" ? value.bind(source) : value;
    };
    Object.defineProperty(given, key, { get, enumerable: true, configurable: true });
  }
  return given;
}

function namesOf(source: object): Iterable<string> {
  const parent = Object.getPrototypeOf(source);
  if (parent === null || parent === Object.prototype)
    return Object.getOwnPropertyNames(source).filter((name) => name !== "constructor");
  const names = new Set<string>();
  let holder: object | null = source;
  while (holder !== null && holder !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(holder))
      if (name !== "constructor") names.add(name);
    holder = Object.getPrototypeOf(holder);
  }
  return names;
}
