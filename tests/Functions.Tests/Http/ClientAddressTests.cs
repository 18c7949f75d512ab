using System.Net;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Collaborations.Tests.Http;

/// <summary>Where a request comes from is what our own proxies saw, and nothing that a client says.</summary>
[Trait("Size", "Small")]
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData(0, "203.0.113.9", "198.51.100.1")]
    [InlineData(1, "203.0.113.9", "203.0.113.9")]
    [InlineData(1, "10.0.0.1, 203.0.113.9:4711", "203.0.113.9")]
    [InlineData(2, "10.0.0.1, 203.0.113.9, 192.0.2.7", "203.0.113.9")]
    [InlineData(2, "203.0.113.9", "198.51.100.1")]
    [InlineData(1, "", "198.51.100.1")]
    [InlineData(1, "not an address", "")]
    [InlineData(1, "[2001:db8:1:2:3:4:5:6]:443", "2001:db8:1:2::")]
    public void Behind_so_many_proxies_Is_what_the_first_of_them_saw(int trusted, string forwarded, string address)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse("198.51.100.1");
        context.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(address, new ClientAddress(Options.Create(new ProxyOptions { Trusted = trusted })).Of(context.Request));
    }
}
