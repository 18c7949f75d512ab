using Collaborations.Accounts;
using Collaborations.Accounts.Sessions;
using Collaborations.Cases;
using Collaborations.Contacts;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Terms;
using Collaborations.Verification;

namespace Collaborations.Samples;

/// <summary>Makes a practice the way the product makes one: every record goes through the code that a person's would.</summary>
public sealed class SamplePractice(
    PracticeStore practices,
    MemberStore members,
    AccountRegistry accounts,
    AffiliationStore affiliations,
    PatientHandler patients,
    ContactHandler contacts,
    CaseHandler cases,
    SampleRecords records,
    IdGenerator ids,
    TimeProvider clock)
{
    private static readonly (string First, string Last, MemberRole Role, bool Manager, bool CaseManager, string Phone)[] People =
    [
        ("Amara", "Okafor", MemberRole.Doctor, true, false, "+12025550101"),
        ("Ben", "Lindqvist", MemberRole.Doctor, false, false, "+12025550102"),
        ("Chloe", "Martin", MemberRole.Staff, false, true, "+12025550103"),
    ];

    private static readonly PatientForm[] Directory =
    [
        Patient("Rosa", "Delgado", "R-1001", new(1958, 4, 23), "rosa.delgado@home.example", "+12025550121", "+12025550122", Language.Spanish),
        Patient("Walter", "Huang", "R-1002", new(1949, 11, 2), "walter.huang@home.example", "+12025550123", null, Language.English),
        Patient("Élodie", "Marchand", "R-1003", new(1987, 6, 30), "elodie.marchand@home.example", "+12025550124", null, Language.French),
        Patient("Jerome", "Baker", "R-1004", new(1975, 1, 14), null, null, "+12025550125", Language.English),
        Patient("Mónica", "Núñez", "R-1005", new(1992, 9, 8), "monica.nunez@home.example", "+12025550126", null, Language.Spanish),
        Patient("Ingrid", "Sørensen", "R-1006", new(1963, 3, 19), null, "+12025550127", "+12025550128", Language.English),
        Patient("Tomás", "Rivera", "R-1007", new(2001, 12, 5), "tomas.rivera@home.example", "+12025550129", null, Language.Spanish),
        Patient("Grace", "Kim", "R-1008", new(1980, 7, 27), "grace.kim@home.example", "+12025550130", null, Language.English),
        Patient("Peter", "O’Malley", "R-1009", new(1955, 2, 11), null, null, "+12025550131", Language.English),
        Patient("Aïcha", "Benali", "R-1010", new(1996, 10, 16), "aicha.benali@home.example", "+12025550132", null, Language.French),
        Patient("Samuel", "Adeyemi", "R-1011", new(1971, 8, 3), "samuel.adeyemi@home.example", "+12025550133", null, Language.English),
        Patient("Hannah", "Weiss", "R-1012", new(1944, 5, 21), null, "+12025550134", "+12025550135", Language.English),
    ];

    private static readonly ContactForm[] AddressBook =
    [
        new("Petra", "Falk", null, ContactTypes.ReferringDentist, "petra.falk@falk-dental.example", "+12025550141", "Falk Dental", null),
        new("Philip", "Falk", null, ContactTypes.ReferringDentist, "petra.falk@falk-dental.example", null, "Falk Dental", null),
        new("Núria", "Costa", null, ContactTypes.Specialist, "nuria.costa@citysurgery.example", "+12025550142", "City Oral Surgery", "Oral surgery"),
        new("George", "Whitfield", null, ContactTypes.Physician, "g.whitfield@parkfamily.example", "+12025550143", "Park Family Practice", "Cardiology"),
        new("Lena", "Brandt", null, ContactTypes.Laboratory, "orders@brandtlab.example", "+12025550144", "Brandt Dental Laboratory", "Ceramics"),
        new("Omar", "Haddad", null, ContactTypes.Insurer, "omar.haddad@mutualcare.example", null, "Mutual Care", null),
    ];

    // By places in the two lists above: whose case, which members, about what.
    private static readonly (int Patient, int[] Members, string Title)[] Matters =
    [
        (0, [0, 1], "Implant, lower left"),
        (1, [0], "Sleep apnoea device"),
        (2, [1, 2], "Wisdom teeth"),
        (3, [1], "Crown, upper right"),
        (6, [0, 2], "Aligners"),
        (7, [0, 1, 2], "Second opinion, root canal"),
    ];

    /// <returns>The emails to sign in with.</returns>
    public async Task<IReadOnlyList<string>> MakeAsync(SampleKind kind, string password, CancellationToken cancellation)
    {
        var practice = ids.New<PracticeId>();
        var record = new Practice(
            "Riverside Dental", Language.English, "America/New_York", ["US", "CA"], BirthDateCheck: true, OnlyNumbersOnFile: false, Practice.UsualDailyCodeCap, SecondStepPatients: false, SecondStepProfessionals: false);
        await practices.AddAsync(practice, record, cancellation);
        var callers = new List<MemberCaller>();
        foreach (var person in kind == SampleKind.Practice ? People : People[..1])
        {
            callers.Add(await MakeMemberAsync(practice, person, password, cancellation));
        }

        if (kind == SampleKind.Practice)
        {
            await MakeCasesAsync(practice, callers, cancellation);
        }

        return [.. callers.Select(caller => caller.Member.Email)];
    }

    private static PatientForm Patient(
        string first, string last, string code, DateOnly born, string? email, string? mobile, string? landline, Language language) =>
        new(first, last, code, born, email, mobile, landline, language);

    private async Task<MemberCaller> MakeMemberAsync(
        PracticeId practice, (string First, string Last, MemberRole Role, bool Manager, bool CaseManager, string Phone) person, string password, CancellationToken cancellation)
    {
        var id = ids.New<MemberId>();
        if (!EmailAddress.TryRead($"{person.First}.{person.Last}@riverside.example", out var email))
        {
            throw new InvalidOperationException("A sample's address is malformed.");
        }

        var phone = new AccountPhone(ids.New<PhoneId>(), person.Phone, PhoneKind.Cell);
        var registered = await accounts.RegisterAsync(
            new NewAccount(email, $"{person.First} {person.Last}", Language.English, "America/New_York", password, [phone], TermsOfUse.Version, clock.GetUtcNow(), []), cancellation);
        var member = new Member(person.First, person.Last, email.Value, person.Role, person.Manager, person.CaseManager, registered.Value, Disabled: false, Invitation: null);
        await members.AddAsync(practice, id, member, cancellation);
        await affiliations.AddAsync(registered.Value, new Affiliation(AffiliationKind.Member, practice, id.Value), cancellation);
        return new MemberCaller(new Caller(registered.Value, default, AcceptedTerms: true, PasswordExpired: false), practice, id, member);
    }

    private async Task MakeCasesAsync(PracticeId practice, List<MemberCaller> callers, CancellationToken cancellation)
    {
        var added = new List<PatientId>();
        foreach (var form in Directory)
        {
            added.Add((await patients.AddAsync(practice, form, cancellation)).Value);
        }

        foreach (var form in AddressBook)
        {
            _ = (await contacts.AddAsync(practice, form, cancellation)).Value;
        }

        await records.MakeAsync(callers[0], added.Zip(Directory).ToDictionary(each => each.Second.Code!, each => each.First), cancellation);
        foreach (var (patient, chosen, title) in Matters)
        {
            var made = await cases.CreateAsync(
                callers[chosen[0]], new CaseForm(added[patient], title, [.. chosen.Select(place => callers[place].Id)]), cancellation);
            _ = made.Value;
        }
    }
}
