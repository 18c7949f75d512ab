namespace Collaborations.Backups;

/// <summary>How a backup finds a table's rows.</summary>
public enum RowsOf
{
    /// <summary>Every partition whose key is the practice's id, or begins with it and a hyphen.</summary>
    Practice,

    /// <summary>The practice's chain, as far as its head knows it.</summary>
    Chain,

    /// <summary>Every partition that an id from earlier tables names, which the practice alone has.</summary>
    Named,

    /// <summary>The same for a table whose records say whose they are: what says another practice is left out.</summary>
    NamedAndOwned,

    /// <summary>One row of a person's partition that the practice shares with others: it is brought back only where there is none.</summary>
    SharedPerson,

    /// <summary>Of a person's list, those rows that are about this practice.</summary>
    PersonsList,

    /// <summary>Not in a backup.</summary>
    LeftOut,
}

/// <summary>Where the keys of partitions come from.</summary>
/// <param name="Table">One that comes earlier in the plan.</param>
/// <param name="Member">The member of its records that holds an id, or a list of ids; null for the end of its partitions' keys.</param>
public sealed record IdSource(string Table, string? Member);

/// <summary>A table, and how a backup finds its rows.</summary>
/// <param name="Name">As its store class has it.</param>
/// <param name="Rows">How.</param>
/// <param name="From">For what is found by ids.</param>
/// <param name="Because">Why it is left out.</param>
public sealed record PlannedTable(string Name, RowsOf Rows, IReadOnlyList<IdSource> From, string? Because = null);

/// <summary>
/// Every table of the product, in the order in which a backup walks them: from the practice to what its rows name. A test fails when a store class
/// has a table that is not here.
/// </summary>
public static class BackupPlan
{
    /// <summary>Of this plan, and of what the lines of a backup look like: raised with every change that an older reader does not understand.</summary>
    public const int Version = 1;

    /// <summary>In place of a member: the row's own key.</summary>
    public const string RowKey = "(row key)";

    /// <summary>In place of a member: the keyed digest of the record's email, or of each in it.</summary>
    public const string EmailDigest = "(email)";

    public static IReadOnlyList<PlannedTable> Tables { get; } =
    [
        Practice("Practices"),
        Practice("Members"),
        Practice("Patients"),
        Practice("PatientIdentities"),
        Practice("PatientSources"),
        Practice("PatientIndex"),
        Practice("RecentPatients"),
        Practice("Contacts"),
        Practice("ContactLists"),
        Practice("Records"),
        Practice("Documents"),
        Practice("Cases"),
        Practice("CaseLists"),
        Practice("Collaborations"),
        Practice("CollaborationLists"),
        Practice("FhirImports"),
        Practice("FhirImportLists"),
        Practice("FhirExports"),
        new("Audit", RowsOf.Chain, []),
        new("CaseActivity", RowsOf.Named, [new("Cases", null)]),
        new("Attachments", RowsOf.Named, [new("Cases", null)]),
        new("PatientTalks", RowsOf.Named, [new("Cases", null)]),
        new("FhirImportLines", RowsOf.Named, [new("FhirImports", null)]),
        new("Talks", RowsOf.NamedAndOwned, [new("Cases", "doctorTalk"), new("PatientTalks", "thread"), new("Collaborations", "thread")]),
        new("Invitations", RowsOf.NamedAndOwned, [new("Members", "invitation"), new("PatientTalks", "invitation"), new("Collaborations", "invitation")]),
        new(
            "Files",
            RowsOf.NamedAndOwned,
            [
                new("Attachments", "file"), new("Documents", RowKey), new("Talks", "files"), new("Collaborations", "file"), new("Records", "file"),
                new("FhirImports", "file"), new("FhirExports", "file"),
            ]),
        new(
            "Accounts",
            RowsOf.SharedPerson,
            [new("Members", "account"), new("Talks", "account"), new("Collaborations", "account"), new("Invitations", "account")]),
        new("AccountEmails", RowsOf.SharedPerson, [new("Accounts", EmailDigest)]),
        new("Affiliations", RowsOf.PersonsList, [new("Accounts", null)]),
        new("Inboxes", RowsOf.PersonsList, [new("Accounts", null)]),
        new("SharedLists", RowsOf.PersonsList, [new("Collaborations", EmailDigest)]),
        LeftOut("Sessions", "people sign in anew"),
        LeftOut("Challenges", "codes end after ten minutes, and another can be sent"),
        LeftOut("Proofs", "a sign-in or a reset under way begins anew"),
        LeftOut("Throttles", "limits begin anew"),
        LeftOut("Sends", "reports of what is under way find nobody who waits"),
        LeftOut("Archives", "a zip is made anew by whoever asks"),
        LeftOut("Samples", "is of the store and not of a practice"),
    ];

    private static PlannedTable Practice(string name) => new(name, RowsOf.Practice, []);

    private static PlannedTable LeftOut(string name, string because) => new(name, RowsOf.LeftOut, [], because);
}
