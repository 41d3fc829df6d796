# Stands for postgres:18 by PostgreSQL 17 of Debian trixie, with the same user, folders and variables.
FROM drill/trixie
RUN usermod --uid 990 caddy && groupmod --gid 990 caddy \
  && usermod --uid 999 postgres && groupmod --gid 999 postgres \
  && rm -rf /var/lib/postgresql && install -d -o postgres -g postgres /var/lib/postgresql /var/run/postgresql
ENV PATH=/usr/lib/postgresql/17/bin:$PATH PGDATA=/var/lib/postgresql/18/docker LANG=C.UTF-8
COPY drill-ca.pem /etc/ssl/drill-ca.pem
COPY postgres-entrypoint /usr/local/bin/docker-entrypoint.sh
VOLUME /var/lib/postgresql
ENTRYPOINT ["docker-entrypoint.sh"]
STOPSIGNAL SIGINT
CMD ["postgres"]
