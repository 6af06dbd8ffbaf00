// Where a secret lies. The configuration names the place; only a channel that needs the secret reads it.

/// A file, or a credential that systemd hands to the service. Never the secret itself.
public enum SecretSource: Hashable, Sendable {
    case file(String)
    /// A name in `$CREDENTIALS_DIRECTORY`.
    case credential(String)
}
