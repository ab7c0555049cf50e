const createNextIntlPlugin = require("next-intl/plugin");

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  // The image optimizer decodes what strangers send; it has been a way in more than once, and nothing here needs it.
  images: { unoptimized: true },
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Every page arrives whole, title first: no part of it may wait for a script that a reader has switched off.
  htmlLimitedBots: /.*/,
};

module.exports = withNextIntl(config);
