using Azure.Communication;

namespace Packages.Tests.Communication;

public sealed class CommunicationIdentifierTests
{
    [Fact]
    public void Phone_number_has_its_prefix_in_the_raw_id()
    {
        var phone = new PhoneNumberIdentifier("+14255550123");

        Assert.Equal("4:+14255550123", phone.RawId);
        Assert.Equal("+14255550123", phone.ToString());
        Assert.Null(phone.AssertedId);
        Assert.False(phone.IsAnonymous);
    }

    [Fact]
    public void Phone_number_of_a_second_connection_tells_which() =>
        Assert.Equal("207ffef6", new PhoneNumberIdentifier("+14255550123", "4:+14255550123_207ffef6").AssertedId);

    [Fact]
    public void Withheld_number_is_anonymous() => Assert.True(new PhoneNumberIdentifier("anonymous").IsAnonymous);

    [Fact]
    public void Same_kind_and_raw_id_are_equal()
    {
        CommunicationIdentifier one = new PhoneNumberIdentifier("+14255550123");
        CommunicationIdentifier same = new PhoneNumberIdentifier("+14255550123", "4:+14255550123");

        Assert.True(one == same);
        Assert.True(one.Equals((object)same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Fact]
    public void Another_kind_or_raw_id_is_not_equal()
    {
        CommunicationIdentifier phone = new PhoneNumberIdentifier("+14255550123");
        CommunicationIdentifier user = new CommunicationUserIdentifier("4:+14255550123");
        CommunicationIdentifier unknown = new UnknownIdentifier("4:+14255550123");

        Assert.True(phone != user);
        Assert.True(user != unknown);
        Assert.False(unknown.Equals(phone));
        Assert.True(phone != new PhoneNumberIdentifier("+14255550124"));
    }

    [Fact]
    public void Empty_ids_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PhoneNumberIdentifier(string.Empty));
        Assert.Throws<ArgumentNullException>(() => new CommunicationUserIdentifier(null!));
        Assert.Throws<ArgumentException>(() => new UnknownIdentifier(string.Empty));
    }
}
