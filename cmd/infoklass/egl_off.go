//go:build !egl

package main

// throughEGL tells that this is the program that draws through EGL.
const throughEGL = false
