package dev.akinai.spi;

import dev.akinai.base.Api;

/** A transaction that the host began and will end; each storage plug-in has its own type. */
@Api(Api.Use.IMPLEMENT)
public interface HostTransaction {}
