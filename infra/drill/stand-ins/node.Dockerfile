# Stands for node:<version>-bookworm-slim: Debian bookworm with Node and npm from the npm registry.
FROM drill/bookworm
COPY node /usr/local/bin/node
COPY npm /usr/local/lib/node_modules/npm
COPY drill-ca.pem /etc/ssl/drill-ca.pem
COPY npmrc /usr/local/etc/npmrc
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
  && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx \
  && useradd --uid 1000 --user-group --create-home --shell /bin/sh node
ENV NODE_EXTRA_CA_CERTS=/etc/ssl/drill-ca.pem
CMD ["node"]
