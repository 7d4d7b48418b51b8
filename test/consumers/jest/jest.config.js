module.exports = {
  testEnvironment: "jest-fixed-jsdom", // for MSW; else "jsdom"
  transform: { "\\.m?[jt]sx?$": "babel-jest" }, // or "@swc/jest"
  transformIgnorePatterns: [
    "node_modules/(?!.*(react-recourse|rettime|until-async|@open-draft/deferred-promise)/)",
  ],
};
