# The hub as a container. It wants a PostgreSQL (DATABASE_URL) and its keys from outside: none are in here.
#
#   docker build -t home-school-hub .
#   docker run --rm --env-file owner.env home-school-hub node dist/tasks/migrate.js   (with MIGRATION_DATABASE_URL, which no process that serves needs)
#   docker run --init -p 4000:4000 --env-file hub.env home-school-hub
#
# `npm run container` performs these very lines without a Docker engine (test/container): it understands
# the instructions used here and stops at any other. A RUN line touches its working directory only.

# Packages that the hub needs while it runs. Optional ones bring a Node and a PostgreSQL for people who
# have neither; the image has a Node, and the database stands elsewhere.
FROM node:24-bookworm-slim AS packages
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts
# Documents are printed in two of the weights of each typeface: 32 of their 130 MB.
RUN find node_modules/@expo-google-fonts -name '*.ttf*' ! -name '*_400Regular.ttf' ! -name '*_700Bold.ttf' -delete

FROM node:24-bookworm-slim AS build
WORKDIR /hub
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=optional --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build

FROM node:24-bookworm-slim AS hub
LABEL org.opencontainers.image.title="home-school-hub" \
      org.opencontainers.image.description="GraphQL data hub of a district's home-school-community platform (家校社协同)"
# In a container 127.0.0.1 is the container itself: listen to all, and let the outside decide what is published.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /hub
COPY --from=packages /hub/node_modules ./node_modules
COPY --from=build /hub/dist ./dist
COPY schema ./schema
COPY package.json ./
# Everything above belongs to root: the process can read its own code, not change it.
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Exec form: SIGTERM reaches node itself, which drains and stops.
CMD ["node", "dist/main.js"]
