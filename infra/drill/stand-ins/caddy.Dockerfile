# Stands for caddy:2.11-alpine by Caddy 2.6 of Debian trixie.
FROM drill/trixie
RUN ln -s /bin/busybox /usr/local/bin/wget && setcap cap_net_bind_service=+ep /usr/bin/caddy && mkdir -p /etc/caddy /srv
COPY drill-ca.pem /etc/ssl/drill-ca.pem
WORKDIR /srv
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
