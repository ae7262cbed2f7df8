/** The network comes back: what waited can be sent. */

/** Returns the way to stop. */
export function onReconnect(listener: () => void): () => void {
  const listen = (change: object) => {
    if ('isConnected' in change && change.isConnected === true) listener();
  };
  wx.onNetworkStatusChange(listen);
  return () => wx.offNetworkStatusChange(listen);
}
