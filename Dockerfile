# The tool as a server of its own: a tool of LTI 1.3, or beside a platform that is not in Node. See docs/lms/README.md.
FROM node:24-bookworm-slim AS build
WORKDIR /seances
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# nodemailer is there for SMTP_URL: to the package it is optional, and it needs nothing itself.
RUN npm run build && mv node_modules/nodemailer /nodemailer && npm prune --omit=dev \
  && mv /nodemailer node_modules/nodemailer

FROM node:24-bookworm-slim
ENV NODE_ENV=production PORT=3000 DATABASE_URL=sqlite:/data/seances.sqlite
WORKDIR /seances
COPY --from=build /seances/package.json /seances/plugin.json /seances/plugin.schema.json ./
COPY --from=build /seances/LICENSE /seances/THIRD-PARTY.md ./
COPY --from=build /seances/node_modules ./node_modules
COPY --from=build /seances/migrations ./migrations
COPY --from=build /seances/dist ./dist
RUN mkdir /data && chown node:node /data \
  && ln -s /seances/dist/cli/main.js /usr/local/bin/seances && chmod +x dist/cli/main.js
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", \
  "fetch(`http://127.0.0.1:${process.env.PORT}/plugins/seances/health/live`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["seances", "serve"]
