#!/usr/bin/env bash
# Asks a running site for pages as fast as it answers, beside nginx serving the same bytes:
# server/examples/load/load.sh [LISTINGS]. Needs nginx, wrk and curl (Debian's packages).
#
# Load maker and servers share the machine, so only the ratios travel. Both are asked for
# the same page with the same settings, by turns, and the median of the rounds is printed.
set -euo pipefail
cd "$(dirname "$0")/../../.."
listings=${1:-10000} seconds=${SECONDS_EACH:-5} rounds=${ROUNDS:-3}
page=${PAGE:-/virksomheder}
site=http://127.0.0.1:${SITE_PORT:-3901} nginx=http://127.0.0.1:${NGINX_PORT:-3902}
folder=$(mktemp -d)
chmod 755 "$folder"
pids=()
finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2> /dev/null && wait "$pid" || true; done
  rm -rf "$folder"
}
trap finish EXIT

echo '== build'
cargo build --release --quiet -p server --bin samhandel --example generate
bin=${CARGO_TARGET_DIR:-target}/release
"$bin/examples/generate" "$listings" > "$folder/listings.jsonl"
DATA_DIR=$folder/data "$bin/samhandel" import "$folder/listings.jsonl"

BIND=${site#http://} DATA_DIR=$folder/data "$bin/samhandel" > "$folder/site.log" &
pids+=($!)
for _ in $(seq 600); do curl -fso /dev/null "$site/readyz" && break; sleep 0.1; done

# nginx: the body as it came over the wire, and the headers it came with.
curl -sS -H 'Accept-Encoding: br' -D "$folder/head" -o "$folder/page" "$site$page"
grep -qi '^content-encoding: br' "$folder/head"
headers=$(tr -d '\r' < "$folder/head" | grep ': ' \
  | grep -Evi '^(date|content-length|content-type|etag|server):' \
  | sed -E 's/^([^:]+): (.*)$/add_header \1 "\2";/')
cat > "$folder/nginx.conf" << CONF
worker_processes auto;
daemon off;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  tcp_nodelay on;
  keepalive_requests 1000000000;
  open_file_cache max=10;
  server {
    listen ${nginx#http://} backlog=1024;
    root $folder;
    default_type 'text/html; charset=utf-8';
    location / { try_files /page =404; }
    $headers
  }
}
CONF
nginx -p "$folder" -c "$folder/nginx.conf" &
pids+=($!)
for _ in $(seq 50); do curl -fso /dev/null "$nginx/" && break; sleep 0.1; done
curl -sS -H 'Accept-Encoding: br' -D "$folder/copied" -o "$folder/copy" "$nginx$page"
cmp "$folder/page" "$folder/copy"
echo "== $page: $(stat -c %s "$folder/page") bytes; head $(wc -c < "$folder/head") here, $(wc -c < "$folder/copied") nginx"

# CPU time of a server and its workers so far, in µs.
cpu() {
  for pid in "$1" $(pgrep -P "$1"); do awk '{ print $14 + $15 }' "/proc/$pid/stat"; done \
    | awk -v ticks="$(getconf CLK_TCK)" '{ sum += $1 } END { printf "%.0f", sum * 1e6 / ticks }'
}
# Requests a second at so many connections, and the server's CPU time for one in µs.
rate() {
  local before
  before=$(cpu "$3")
  wrk -t 1 -c "$2" -d "$seconds" -H 'Accept-Encoding: br' "$1$page" > "$folder/wrk"
  if grep -q 'Non-2xx' "$folder/wrk"; then cat "$folder/wrk" >&2; exit 1; fi
  awk -v cpu="$(($(cpu "$3") - before))" '/requests in/ { requests = $1 } /^Requests\/sec/ { print $2, cpu / requests }' \
    "$folder/wrk"
}
# The median of a column.
median() { awk -v column="$1" '{ print $column }' "$2" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

echo '== the same page again and again, requests a second'
rate "$site" 8 "${pids[0]}" > /dev/null
rate "$nginx" 8 "${pids[1]}" > /dev/null
for connections in 8 64; do
  : > "$folder/ours" && : > "$folder/theirs"
  for _ in $(seq "$rounds"); do
    rate "$nginx" "$connections" "${pids[1]}" >> "$folder/theirs"
    rate "$site" "$connections" "${pids[0]}" >> "$folder/ours"
  done
  awk -v c="$connections" -v ours="$(median 1 "$folder/ours")" -v theirs="$(median 1 "$folder/theirs")" \
    -v cpu="$(median 2 "$folder/ours")" -v their_cpu="$(median 2 "$folder/theirs")" \
    'BEGIN { printf "%2d connections: samhandel %.0f, nginx %.0f, ratio %.2f; CPU of a request %.0f µs, nginx %.0f µs\n",
      c, ours, theirs, ours / theirs, cpu, their_cpu }'
done

echo '== distinct searches, none kept'
for connections in 8 64; do
  SEED=$connections wrk -t 1 -c "$connections" -d "$seconds" --latency -H 'Accept-Encoding: br' \
    -s server/examples/load/searches.lua "$site" > "$folder/wrk"
  awk -v c="$connections" '/50%/ { p50 = $2 } /99%/ { p99 = $2 } /^Requests\/sec/ { rate = $2 } /Non-2xx/ { bad = $0 }
    END { printf "%2d connections: %.0f requests a second, p50 %s, p99 %s %s\n", c, rate, p50, p99, bad }' "$folder/wrk"
done
