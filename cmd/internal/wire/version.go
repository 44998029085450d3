package wire

// Version is that of both programs; FyneApp.toml says the same.
const Version = "0.1.0"
