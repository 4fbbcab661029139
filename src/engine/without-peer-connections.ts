// No policy of a page reaches WebRTC, so what would open such a connection is taken away where it is found.
for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection"]) Reflect.deleteProperty(globalThis, name);
