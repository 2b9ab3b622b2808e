using ReadyShop;

await ReadyShopApp.Build(args).RunAsync();
