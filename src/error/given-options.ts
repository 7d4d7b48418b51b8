/**
 * The options that a caller gave: own properties, and those inherited from anything but `Object.prototype`. Any script
 * on the page may have set `fetch` or `headers` on `Object.prototype`, and a stranger's function must not get the
 * credentials. The result inherits nothing.
 */
export function givenOptions<T extends object>(options: T): T {
  return copyGiven(options, (key) => ({ value: Reflect.get(options, key), writable: true }));
}

/** The same for an object with methods: each read looks the method up anew and binds it to the object itself. */
export function givenMethods<T extends object>(source: T): T {
  return copyGiven(source, (key) => ({
    get() {
      const value: unknown = Reflect.get(source, key);
      return typeof value === "function" ? value.bind(source) : value;
    },
  }));
}

function copyGiven<T extends object>(source: T, describe: (key: string) => PropertyDescriptor): T {
  const given: T = Object.create(null);
  for (const key of namesOf(source))
    Object.defineProperty(given, key, { ...describe(key), enumerable: true, configurable: true });
  return given;
}

function namesOf(source: object): Set<string> {
  const names = new Set<string>();
  let holder: object | null = source;
  while (holder !== null && holder !== Object.prototype) {
    for (const name of Object.getOwnPropertyNames(holder))
      if (name !== "constructor") names.add(name);
    holder = Object.getPrototypeOf(holder);
  }
  return names;
}
