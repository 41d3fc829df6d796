# Stands for chrislusf/seaweedfs by the object store of the sandbox, started by the same command.
ARG NODE_IMAGE
FROM ${NODE_IMAGE}
COPY store /opt/store
RUN printf '#!/bin/sh\nexec node /opt/store/store.mjs "$@"\n' >/usr/local/bin/weed && chmod 755 /usr/local/bin/weed
COPY wget /usr/local/bin/wget
