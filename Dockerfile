# Builds the app and runs it as an ordinary user. PAYLOAD_SECRET must be given at run time (32 characters or more):
#   docker run -e PAYLOAD_SECRET="$(openssl rand -hex 32)" -p 3000:3000 -v answerbook-data:/app/data answerbook
# Keep the secret: with another one everybody is signed out and API keys stop working.

FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
# The build needs the packages for development too, whatever NODE_ENV a builder passes.
RUN npm ci --include=dev --ignore-scripts --no-audit --no-fund
COPY . .
# The secret of the build is thrown away; nothing made with it is part of the image.
RUN PAYLOAD_SECRET="$(head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n')" npm run build \
  && rm -rf .env data src/standalone/.next/cache \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 NPM_CONFIG_UPDATE_NOTIFIER=false PORT=3000
COPY --from=build /app ./
# Everything else belongs to root, so the running app cannot change its own code.
RUN mkdir -p data media src/standalone/.next/cache && chown -R node:node data media src/standalone/.next/cache
USER node
VOLUME ["/app/data", "/app/media"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=180s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["npm", "start"]
