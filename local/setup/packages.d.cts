/** Runs `npm ci` unless node_modules already holds what the lock file asks for; tells whether it did. */
export function installPackages(root: string): boolean;
/** Whether node_modules holds what the lock file asks for. */
export function arePackagesCurrent(root: string): boolean;
