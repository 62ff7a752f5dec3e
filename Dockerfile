# One image for every part; the command says which: node runtime/commands/serve.ts <part>.
FROM node:24-slim
WORKDIR /app

COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

# .dockerignore says what this is. Node runs TypeScript as it stands, so nothing is built.
COPY . .

# A new volume takes its owner from the folder that it is mounted over.
RUN mkdir -p /var/lib/casegraph/keys && chown -R node:node /var/lib/casegraph
USER node

ENV NODE_ENV=production
ENV APOLLO_TELEMETRY_DISABLED=1
CMD ["node", "runtime/commands/serve.ts"]
