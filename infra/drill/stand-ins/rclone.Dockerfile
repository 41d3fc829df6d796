# Stands for rclone/rclone by the rclone of Debian trixie.
FROM drill/trixie
RUN apt-get update && apt-get install -y --no-install-recommends rclone && rm -rf /var/lib/apt/lists/*
COPY drill-ca.pem /etc/ssl/drill-ca.pem
ENTRYPOINT ["rclone"]
