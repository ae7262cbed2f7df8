/** The network comes back: what waited can be sent. */

/** Returns the way to stop. */
export function onReconnect(listener: () => void): () => void {
  const listen = ({ isConnected }: { isConnected: boolean }) => {
    if (isConnected) listener();
  };
  wx.onNetworkStatusChange(listen);
  return () => wx.offNetworkStatusChange(listen);
}
