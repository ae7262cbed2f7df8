/** The browser's address follows the page in sight, and leads to it. */
import { formatAddress, parseAddress, type PageAddress } from './address';
import { faultsOf } from './guard';
import { firstPage, reLaunch, stackChanged } from './navigation';

/** The page that the address asks for. */
export function askedAddress(): PageAddress {
  return parseAddress(location.hash.slice(1) || `/${firstPage()}`);
}

export function followAddressBar(): void {
  stackChanged.on((page) => history.replaceState(null, '', `#${formatAddress(page)}`));
  // replaceState does not fire it: this one is a person, or a test, who went to another page
  window.addEventListener('hashchange', faultsOf(() => reLaunch(formatAddress(askedAddress()))));
}
