//go:build !egl

package main

// throughEGL is true in the program that draws through EGL.
const throughEGL = false
