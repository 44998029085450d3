// Package assets holds what the programs carry inside them: icons, fonts and texts. It knows nothing of
// ours, and every room may use it.
package assets
