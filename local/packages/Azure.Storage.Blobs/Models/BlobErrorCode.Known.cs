namespace Azure.Storage.Blobs.Models;

public readonly partial struct BlobErrorCode
{
    public static BlobErrorCode AccountAlreadyExists { get; } = new(nameof(AccountAlreadyExists));

    public static BlobErrorCode AccountBeingCreated { get; } = new(nameof(AccountBeingCreated));

    public static BlobErrorCode AccountIsDisabled { get; } = new(nameof(AccountIsDisabled));

    public static BlobErrorCode AppendPositionConditionNotMet { get; } = new(nameof(AppendPositionConditionNotMet));

    public static BlobErrorCode AuthenticationFailed { get; } = new(nameof(AuthenticationFailed));

    public static BlobErrorCode AuthorizationFailure { get; } = new(nameof(AuthorizationFailure));

    public static BlobErrorCode AuthorizationPermissionMismatch { get; } = new(nameof(AuthorizationPermissionMismatch));

    public static BlobErrorCode AuthorizationProtocolMismatch { get; } = new(nameof(AuthorizationProtocolMismatch));

    public static BlobErrorCode AuthorizationResourceTypeMismatch { get; } = new(nameof(AuthorizationResourceTypeMismatch));

    public static BlobErrorCode AuthorizationServiceMismatch { get; } = new(nameof(AuthorizationServiceMismatch));

    public static BlobErrorCode AuthorizationSourceIPMismatch { get; } = new(nameof(AuthorizationSourceIPMismatch));

    public static BlobErrorCode BlobAccessTierNotSupportedForAccountType { get; } = new(nameof(BlobAccessTierNotSupportedForAccountType));

    public static BlobErrorCode BlobAlreadyExists { get; } = new(nameof(BlobAlreadyExists));

    public static BlobErrorCode BlobArchived { get; } = new(nameof(BlobArchived));

    public static BlobErrorCode BlobBeingRehydrated { get; } = new(nameof(BlobBeingRehydrated));

    public static BlobErrorCode BlobImmutableDueToPolicy { get; } = new(nameof(BlobImmutableDueToPolicy));

    public static BlobErrorCode BlobNotArchived { get; } = new(nameof(BlobNotArchived));

    public static BlobErrorCode BlobNotFound { get; } = new(nameof(BlobNotFound));

    public static BlobErrorCode BlobOverwritten { get; } = new(nameof(BlobOverwritten));

    public static BlobErrorCode BlobTierInadequateForContentLength { get; } = new(nameof(BlobTierInadequateForContentLength));

    public static BlobErrorCode BlobUsesCustomerSpecifiedEncryption { get; } = new(nameof(BlobUsesCustomerSpecifiedEncryption));

    public static BlobErrorCode BlockCountExceedsLimit { get; } = new(nameof(BlockCountExceedsLimit));

    public static BlobErrorCode BlockListTooLong { get; } = new(nameof(BlockListTooLong));

    public static BlobErrorCode CannotChangeToLowerTier { get; } = new(nameof(CannotChangeToLowerTier));

    public static BlobErrorCode CannotVerifyCopySource { get; } = new(nameof(CannotVerifyCopySource));

    public static BlobErrorCode ConditionHeadersNotSupported { get; } = new(nameof(ConditionHeadersNotSupported));

    public static BlobErrorCode ConditionNotMet { get; } = new(nameof(ConditionNotMet));

    public static BlobErrorCode ContainerAlreadyExists { get; } = new(nameof(ContainerAlreadyExists));

    public static BlobErrorCode ContainerBeingDeleted { get; } = new(nameof(ContainerBeingDeleted));

    public static BlobErrorCode ContainerDisabled { get; } = new(nameof(ContainerDisabled));

    public static BlobErrorCode ContainerNotFound { get; } = new(nameof(ContainerNotFound));

    public static BlobErrorCode ContentLengthLargerThanTierLimit { get; } = new(nameof(ContentLengthLargerThanTierLimit));

    public static BlobErrorCode CopyAcrossAccountsNotSupported { get; } = new(nameof(CopyAcrossAccountsNotSupported));

    public static BlobErrorCode CopyIdMismatch { get; } = new(nameof(CopyIdMismatch));

    public static BlobErrorCode EmptyMetadataKey { get; } = new(nameof(EmptyMetadataKey));

    public static BlobErrorCode FeatureVersionMismatch { get; } = new(nameof(FeatureVersionMismatch));

    public static BlobErrorCode IncrementalCopyBlobMismatch { get; } = new(nameof(IncrementalCopyBlobMismatch));

    public static BlobErrorCode IncrementalCopyOfEarlierSnapshotNotAllowed { get; } = new(
        nameof(IncrementalCopyOfEarlierSnapshotNotAllowed));

    public static BlobErrorCode IncrementalCopyOfEarlierVersionSnapshotNotAllowed { get; } = new(
        nameof(IncrementalCopyOfEarlierVersionSnapshotNotAllowed));

    public static BlobErrorCode IncrementalCopyOfEralierVersionSnapshotNotAllowed { get; } = new(
        nameof(IncrementalCopyOfEralierVersionSnapshotNotAllowed));

    public static BlobErrorCode IncrementalCopySourceMustBeSnapshot { get; } = new(nameof(IncrementalCopySourceMustBeSnapshot));

    public static BlobErrorCode InfiniteLeaseDurationRequired { get; } = new(nameof(InfiniteLeaseDurationRequired));

    public static BlobErrorCode InsufficientAccountPermissions { get; } = new(nameof(InsufficientAccountPermissions));

    public static BlobErrorCode InternalError { get; } = new(nameof(InternalError));

    public static BlobErrorCode InvalidAuthenticationInfo { get; } = new(nameof(InvalidAuthenticationInfo));

    public static BlobErrorCode InvalidBlobOrBlock { get; } = new(nameof(InvalidBlobOrBlock));

    public static BlobErrorCode InvalidBlobTier { get; } = new(nameof(InvalidBlobTier));

    public static BlobErrorCode InvalidBlobType { get; } = new(nameof(InvalidBlobType));

    public static BlobErrorCode InvalidBlockId { get; } = new(nameof(InvalidBlockId));

    public static BlobErrorCode InvalidBlockList { get; } = new(nameof(InvalidBlockList));

    public static BlobErrorCode InvalidHeaderValue { get; } = new(nameof(InvalidHeaderValue));

    public static BlobErrorCode InvalidHttpVerb { get; } = new(nameof(InvalidHttpVerb));

    public static BlobErrorCode InvalidInput { get; } = new(nameof(InvalidInput));

    public static BlobErrorCode InvalidMd5 { get; } = new(nameof(InvalidMd5));

    public static BlobErrorCode InvalidMetadata { get; } = new(nameof(InvalidMetadata));

    public static BlobErrorCode InvalidOperation { get; } = new(nameof(InvalidOperation));

    public static BlobErrorCode InvalidPageRange { get; } = new(nameof(InvalidPageRange));

    public static BlobErrorCode InvalidQueryParameterValue { get; } = new(nameof(InvalidQueryParameterValue));

    public static BlobErrorCode InvalidRange { get; } = new(nameof(InvalidRange));

    public static BlobErrorCode InvalidResourceName { get; } = new(nameof(InvalidResourceName));

    public static BlobErrorCode InvalidSourceBlobType { get; } = new(nameof(InvalidSourceBlobType));

    public static BlobErrorCode InvalidSourceBlobUrl { get; } = new(nameof(InvalidSourceBlobUrl));

    public static BlobErrorCode InvalidUri { get; } = new(nameof(InvalidUri));

    public static BlobErrorCode InvalidVersionForPageBlobOperation { get; } = new(nameof(InvalidVersionForPageBlobOperation));

    public static BlobErrorCode InvalidXmlDocument { get; } = new(nameof(InvalidXmlDocument));

    public static BlobErrorCode InvalidXmlNodeValue { get; } = new(nameof(InvalidXmlNodeValue));

    public static BlobErrorCode LeaseAlreadyBroken { get; } = new(nameof(LeaseAlreadyBroken));

    public static BlobErrorCode LeaseAlreadyPresent { get; } = new(nameof(LeaseAlreadyPresent));

    public static BlobErrorCode LeaseIdMismatchWithBlobOperation { get; } = new(nameof(LeaseIdMismatchWithBlobOperation));

    public static BlobErrorCode LeaseIdMismatchWithContainerOperation { get; } = new(nameof(LeaseIdMismatchWithContainerOperation));

    public static BlobErrorCode LeaseIdMismatchWithLeaseOperation { get; } = new(nameof(LeaseIdMismatchWithLeaseOperation));

    public static BlobErrorCode LeaseIdMissing { get; } = new(nameof(LeaseIdMissing));

    public static BlobErrorCode LeaseIsBreakingAndCannotBeAcquired { get; } = new(nameof(LeaseIsBreakingAndCannotBeAcquired));

    public static BlobErrorCode LeaseIsBreakingAndCannotBeChanged { get; } = new(nameof(LeaseIsBreakingAndCannotBeChanged));

    public static BlobErrorCode LeaseIsBrokenAndCannotBeRenewed { get; } = new(nameof(LeaseIsBrokenAndCannotBeRenewed));

    public static BlobErrorCode LeaseLost { get; } = new(nameof(LeaseLost));

    public static BlobErrorCode LeaseNotPresentWithBlobOperation { get; } = new(nameof(LeaseNotPresentWithBlobOperation));

    public static BlobErrorCode LeaseNotPresentWithContainerOperation { get; } = new(nameof(LeaseNotPresentWithContainerOperation));

    public static BlobErrorCode LeaseNotPresentWithLeaseOperation { get; } = new(nameof(LeaseNotPresentWithLeaseOperation));

    public static BlobErrorCode MaxBlobSizeConditionNotMet { get; } = new(nameof(MaxBlobSizeConditionNotMet));

    public static BlobErrorCode Md5Mismatch { get; } = new(nameof(Md5Mismatch));

    public static BlobErrorCode MetadataTooLarge { get; } = new(nameof(MetadataTooLarge));

    public static BlobErrorCode MissingContentLengthHeader { get; } = new(nameof(MissingContentLengthHeader));

    public static BlobErrorCode MissingRequiredHeader { get; } = new(nameof(MissingRequiredHeader));

    public static BlobErrorCode MissingRequiredQueryParameter { get; } = new(nameof(MissingRequiredQueryParameter));

    public static BlobErrorCode MissingRequiredXmlNode { get; } = new(nameof(MissingRequiredXmlNode));

    public static BlobErrorCode MultipleConditionHeadersNotSupported { get; } = new(nameof(MultipleConditionHeadersNotSupported));

    public static BlobErrorCode NoAuthenticationInformation { get; } = new(nameof(NoAuthenticationInformation));

    public static BlobErrorCode NoPendingCopyOperation { get; } = new(nameof(NoPendingCopyOperation));

    public static BlobErrorCode OperationNotAllowedOnIncrementalCopyBlob { get; } = new(nameof(OperationNotAllowedOnIncrementalCopyBlob));

    public static BlobErrorCode OperationTimedOut { get; } = new(nameof(OperationTimedOut));

    public static BlobErrorCode OutOfRangeInput { get; } = new(nameof(OutOfRangeInput));

    public static BlobErrorCode OutOfRangeQueryParameterValue { get; } = new(nameof(OutOfRangeQueryParameterValue));

    public static BlobErrorCode PendingCopyOperation { get; } = new(nameof(PendingCopyOperation));

    public static BlobErrorCode PreviousSnapshotCannotBeNewer { get; } = new(nameof(PreviousSnapshotCannotBeNewer));

    public static BlobErrorCode PreviousSnapshotNotFound { get; } = new(nameof(PreviousSnapshotNotFound));

    public static BlobErrorCode PreviousSnapshotOperationNotSupported { get; } = new(nameof(PreviousSnapshotOperationNotSupported));

    public static BlobErrorCode RequestBodyTooLarge { get; } = new(nameof(RequestBodyTooLarge));

    public static BlobErrorCode RequestUrlFailedToParse { get; } = new(nameof(RequestUrlFailedToParse));

    public static BlobErrorCode ResourceAlreadyExists { get; } = new(nameof(ResourceAlreadyExists));

    public static BlobErrorCode ResourceNotFound { get; } = new(nameof(ResourceNotFound));

    public static BlobErrorCode ResourceTypeMismatch { get; } = new(nameof(ResourceTypeMismatch));

    public static BlobErrorCode SequenceNumberConditionNotMet { get; } = new(nameof(SequenceNumberConditionNotMet));

    public static BlobErrorCode SequenceNumberIncrementTooLarge { get; } = new(nameof(SequenceNumberIncrementTooLarge));

    public static BlobErrorCode ServerBusy { get; } = new(nameof(ServerBusy));

    public static BlobErrorCode SnaphotOperationRateExceeded { get; } = new(nameof(SnaphotOperationRateExceeded));

    public static BlobErrorCode SnapshotCountExceeded { get; } = new(nameof(SnapshotCountExceeded));

    public static BlobErrorCode SnapshotOperationRateExceeded { get; } = new(nameof(SnapshotOperationRateExceeded));

    public static BlobErrorCode SnapshotsPresent { get; } = new(nameof(SnapshotsPresent));

    public static BlobErrorCode SourceConditionNotMet { get; } = new(nameof(SourceConditionNotMet));

    public static BlobErrorCode SystemInUse { get; } = new(nameof(SystemInUse));

    public static BlobErrorCode TargetConditionNotMet { get; } = new(nameof(TargetConditionNotMet));

    public static BlobErrorCode UnauthorizedBlobOverwrite { get; } = new(nameof(UnauthorizedBlobOverwrite));

    public static BlobErrorCode UnsupportedHeader { get; } = new(nameof(UnsupportedHeader));

    public static BlobErrorCode UnsupportedHttpVerb { get; } = new(nameof(UnsupportedHttpVerb));

    public static BlobErrorCode UnsupportedQueryParameter { get; } = new(nameof(UnsupportedQueryParameter));

    public static BlobErrorCode UnsupportedXmlNode { get; } = new(nameof(UnsupportedXmlNode));
}
