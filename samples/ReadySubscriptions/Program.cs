using ReadySubscriptions;

await ReadySubscriptionsApp.Build(args).RunAsync();
