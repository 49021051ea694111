/* Tells the windows of the program that the session ends, as Windows does at
 * log-off: asked first, then told. It prints what they answered. */
#include <stdio.h>
#include <string.h>
#include <windows.h>

static BOOL CALLBACK each(HWND window, LPARAM unused) {
  char title[200];
  GetWindowTextA(window, title, sizeof title);
  if (!strstr(title, "Infoklass") || !IsWindowVisible(window)) return TRUE;
  int asked = SendMessageW(window, WM_QUERYENDSESSION, 0, ENDSESSION_LOGOFF);
  SendMessageW(window, WM_ENDSESSION, TRUE, ENDSESSION_LOGOFF);
  printf("may end: %d\n", asked);
  return TRUE;
}

int main(void) { return !EnumWindows(each, 0); }
