"use client";

export { default } from "./_ui/fault.client";
