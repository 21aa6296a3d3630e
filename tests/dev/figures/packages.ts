import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package in `package-lock.json`, as far as it says what comes with it and where it is for. */
interface LockedPackage {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  os?: string[];
  cpu?: string[];
  libc?: string[];
}
type Packages = Record<string, LockedPackage>;

/**
 * Folders that `npm ci` makes in `node_modules` of a root on Linux x64 with glibc, by its `package-lock.json`: every version of a
 * package counts, what is for other systems does not, and neither does what only such packages need. Sorted.
 */
export function packagesInRoot(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Packages };
  const reached = new Set(['']);
  // A set gives what is added while it is walked.
  for (const path of reached)
    for (const name of needsOf(lock.packages[path] ?? {})) {
      const target = pathOf(lock.packages, path, name);
      if (target !== undefined && isForLinux(lock.packages[target] ?? {})) reached.add(target);
    }
  reached.delete('');
  return [...reached].sort();
}

/** Names of the packages that are installed with a package. */
function needsOf(locked: LockedPackage): string[] {
  const peers = Object.keys(locked.peerDependencies ?? {});
  return [
    ...Object.keys({ ...locked.dependencies, ...locked.devDependencies, ...locked.optionalDependencies }),
    ...peers.filter((name) => !locked.peerDependenciesMeta?.[name]?.optional),
  ];
}

/** Where Node finds a package from a folder: `node_modules` of the folder itself, then of those above it. */
function pathOf(packages: Packages, from: string, name: string): string | undefined {
  const path = `${from && `${from}/`}node_modules/${name}`;
  if (packages[path] || !from) return packages[path] && path;
  return pathOf(packages, from.replace(/(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+$/, ''), name);
}

function isForLinux({ os, cpu, libc }: LockedPackage): boolean {
  const fits = (wanted: string[] | undefined, mine: string) =>
    !wanted || wanted.includes(mine) || (wanted[0]?.startsWith('!') === true && !wanted.includes(`!${mine}`));
  return fits(os, 'linux') && fits(cpu, 'x64') && fits(libc, 'glibc');
}
