const createNextIntlPlugin = require("next-intl/plugin");

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  // `npm test` and `npm run typecheck` check the types of the whole project; checking them here too would double the time.
  typescript: { ignoreBuildErrors: true },
  // The image optimizer decodes what strangers send; it has been a way in more than once, and nothing here needs it.
  images: { unoptimized: true },
  // They read files of their own at run time (fonts, tables), which a bundle would leave behind.
  serverExternalPackages: ["pdfkit"],
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // The title is in the head of every page as it arrives, not moved there by a script.
  htmlLimitedBots: /.*/,
};

module.exports = withNextIntl(config);
