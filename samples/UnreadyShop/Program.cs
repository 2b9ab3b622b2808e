using UnreadyShop;

await UnreadyShopApp.Build(args).RunAsync();
