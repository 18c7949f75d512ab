// Every name of a resource, in one place.

@export()
type resourceNames = {
  identity: string
  workspace: string
  insights: string
  network: string
  records: string
  files: string
  vault: string
  scheduler: string
  communication: string
  email: string
  speech: string
  plan: string
  app: string
  pages: string
}

@export()
@description('Names for one environment. The token makes those unique that are unique in all of Azure: 13 characters, letters and digits.')
func namesOf(environment string, token string) resourceNames => {
  identity: 'id-collaborations-${environment}'
  workspace: 'log-collaborations-${environment}'
  insights: 'appi-collaborations-${environment}'
  network: 'vnet-collaborations-${environment}'
  records: 'strec${environment}${token}'
  files: 'stfil${environment}${token}'
  vault: 'kv-${environment}-${token}'
  scheduler: 'dts-${environment}-${token}'
  communication: 'acs-${environment}-${token}'
  email: 'acse-${environment}-${token}'
  speech: 'cog-${environment}-${token}'
  plan: 'plan-collaborations-${environment}'
  app: 'func-${environment}-${token}'
  pages: 'stapp-${environment}-${token}'
}

@export()
func resourceGroupName(environmentName string) string => 'rg-collaborations-${environmentName}'

@export()
@description('Secrets of the vault, by the name that the app settings refer to.')
var secretNames = {
  security: 'security-key'
  newer: 'newer-security-keys'
  hook: 'hook-key'
  formerHook: 'former-hook-key'
  operator: 'operator-key'
}

@export()
var subnetNames = {
  app: 'app'
  endpoints: 'endpoints'
}

@export()
@description('Containers. The first two are those of functions/Files/FileVault.cs, the third that of functions/Archives/ArchiveVault.cs, the fourth that of functions/Audit/Heads/AuditHeadVault.cs.')
var containerNames = {
  uploads: 'uploads'
  files: 'files'
  archives: 'archives'
  auditHeads: 'audit-heads'
  package: 'app-package'
}
