using System.Xml.Linq;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Pipeline;

namespace Azure.Storage.Blobs.Rest;

/// <summary>"Get" and "Set Blob Service Properties".</summary>
internal static class ServicePropertiesXml
{
    public static StorageOperation<BlobServiceProperties> Get(Uri service) =>
        new StorageOperation<BlobServiceProperties>(RequestMethod.Get, service, 200, response => Read(response.Xml()))
            .Query("restype", "service")
            .Query("comp", "properties");

    public static StorageOperation<Response> Set(Uri service, BlobServiceProperties properties) =>
        new StorageOperation<Response>(RequestMethod.Put, service, 202, response => response) { Body = RequestParts.Xml(Write(properties)) }
            .Query("restype", "service")
            .Query("comp", "properties")
            .Header("Content-Type", "application/xml");

    private static XElement Write(BlobServiceProperties properties) => new(
        "StorageServiceProperties",
        properties.Logging is { } logging
            ? new XElement(
                "Logging",
                Optional("Version", logging.Version),
                new XElement("Delete", logging.Delete),
                new XElement("Read", logging.Read),
                new XElement("Write", logging.Write),
                Retention("RetentionPolicy", logging.RetentionPolicy))
            : null,
        Metrics("HourMetrics", properties.HourMetrics),
        Metrics("MinuteMetrics", properties.MinuteMetrics),
        properties.Cors is { } rules ? new XElement("Cors", rules.Select(Rule)) : null,
        Optional("DefaultServiceVersion", properties.DefaultServiceVersion),
        Retention("DeleteRetentionPolicy", properties.DeleteRetentionPolicy),
        properties.StaticWebsite is { } site
            ? new XElement(
                "StaticWebsite",
                new XElement("Enabled", site.Enabled),
                Optional("IndexDocument", site.IndexDocument),
                Optional("ErrorDocument404Path", site.ErrorDocument404Path),
                Optional("DefaultIndexDocumentPath", site.DefaultIndexDocumentPath))
            : null);

    private static XElement Rule(BlobCorsRule rule) => new(
        "CorsRule",
        new XElement("AllowedOrigins", rule.AllowedOrigins),
        new XElement("AllowedMethods", rule.AllowedMethods),
        new XElement("AllowedHeaders", rule.AllowedHeaders),
        new XElement("ExposedHeaders", rule.ExposedHeaders),
        new XElement("MaxAgeInSeconds", rule.MaxAgeInSeconds));

    private static XElement? Metrics(string name, BlobMetrics? metrics) => metrics is null
        ? null
        : new XElement(
            name,
            Optional("Version", metrics.Version),
            new XElement("Enabled", metrics.Enabled),
            Optional("IncludeAPIs", metrics.IncludeApis),
            Retention("RetentionPolicy", metrics.RetentionPolicy));

    private static XElement? Retention(string name, BlobRetentionPolicy? policy) =>
        policy is null ? null : new XElement(name, new XElement("Enabled", policy.Enabled), Optional("Days", policy.Days));

    private static XElement? Optional(string name, object? value) => value is null ? null : new XElement(name, value);

    private static BlobServiceProperties Read(XElement root) => new()
    {
        Logging = root.Element("Logging") is { } logging
            ? new BlobAnalyticsLogging
            {
                Version = (string?)logging.Element("Version"),
                Delete = (bool?)logging.Element("Delete") ?? false,
                Read = (bool?)logging.Element("Read") ?? false,
                Write = (bool?)logging.Element("Write") ?? false,
                RetentionPolicy = ReadRetention(logging.Element("RetentionPolicy")),
            }
            : null,
        HourMetrics = ReadMetrics(root.Element("HourMetrics")),
        MinuteMetrics = ReadMetrics(root.Element("MinuteMetrics")),
        Cors = root.Element("Cors")?.Elements("CorsRule").Select(ReadRule).ToList(),
        DefaultServiceVersion = (string?)root.Element("DefaultServiceVersion"),
        DeleteRetentionPolicy = ReadRetention(root.Element("DeleteRetentionPolicy")),
        StaticWebsite = root.Element("StaticWebsite") is { } site
            ? new BlobStaticWebsite
            {
                Enabled = (bool?)site.Element("Enabled") ?? false,
                IndexDocument = (string?)site.Element("IndexDocument"),
                ErrorDocument404Path = (string?)site.Element("ErrorDocument404Path"),
                DefaultIndexDocumentPath = (string?)site.Element("DefaultIndexDocumentPath"),
            }
            : null,
    };

    private static BlobCorsRule ReadRule(XElement rule) => new()
    {
        AllowedOrigins = (string?)rule.Element("AllowedOrigins") ?? string.Empty,
        AllowedMethods = (string?)rule.Element("AllowedMethods") ?? string.Empty,
        AllowedHeaders = (string?)rule.Element("AllowedHeaders") ?? string.Empty,
        ExposedHeaders = (string?)rule.Element("ExposedHeaders") ?? string.Empty,
        MaxAgeInSeconds = (int?)rule.Element("MaxAgeInSeconds") ?? 0,
    };

    private static BlobMetrics? ReadMetrics(XElement? metrics) => metrics is null
        ? null
        : new BlobMetrics
        {
            Version = (string?)metrics.Element("Version"),
            Enabled = (bool?)metrics.Element("Enabled") ?? false,
            IncludeApis = (bool?)metrics.Element("IncludeAPIs"),
            RetentionPolicy = ReadRetention(metrics.Element("RetentionPolicy")),
        };

    private static BlobRetentionPolicy? ReadRetention(XElement? policy) => policy is null
        ? null
        : new BlobRetentionPolicy { Enabled = (bool?)policy.Element("Enabled") ?? false, Days = (int?)policy.Element("Days") };
}
