-- ServiceApproval, asked as school-admin: answered by statement

-- the whole query, for school + staff + auditsSchool (as school-admin)
-- _l0: Query.serviceRecordsToDecide
-- _r0: ServiceRecord.guardian
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _r3: ServiceRecord.signup
-- _r4: Signup.attendance
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                        from person p
                        where p.id = _r0.person_id
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                            where
                              tie.guardian_id = _r0.id
                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and (
                                stu.school_id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  )
                from guardian _r0
                where
                  (
                    _r0.id = _l0."guardian_id"
                    and exists (
                      select 1
                      from
                        guardianship g
                        join student s on s.id = g.student_id
                      where
                        g.guardian_id = _r0.id
                        and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                        and s.school_id = any ($2::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            (
                              _r2.school_id = any ($4::uuid[])
                              and (
                                _r2.published_at is not null
                                or _r2.organiser_id = $5::uuid
                              )
                            )
                            or _r2.school_id = any ($2::uuid[])
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                  )
                from shift _r1
                where
                  (
                    _r1.id = _l0."shift_id"
                    and (
                      (
                        _r1.school_id = any ($4::uuid[])
                        and (
                          _r1.published_at is not null
                          or (
                            select act.organiser_id = $5::uuid
                            from volunteer_activity act
                            where act.id = _r1.activity_id
                          )
                        )
                      )
                      or _r1.school_id = any ($2::uuid[])
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r4."id"::text || '",' || coalesce('"' || _r4."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."excused_at"::text || '"', 'null') || ']'
                      from attendance _r4
                      where
                        (
                          _r4."signup_id" = _r3.id
                          and (
                            select
                              (
                                (
                                  sft.school_id = any ($4::uuid[])
                                  and (
                                    select act.organiser_id = $5::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                                or sft.school_id = any ($2::uuid[])
                              )
                            from shift sft
                            where sft.id = _r4.shift_id
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r3."id"::text || '"]')
                from signup _r3
                where
                  (
                    _r3.id = _l0."signup_id"
                    and (
                      (
                        select
                          (
                            (
                              sft.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = sft.activity_id
                              )
                            )
                            or sft.school_id = any ($2::uuid[])
                          )
                        from shift sft
                        where sft.id = _r3.shift_id
                      )
                      and (
                        _r3.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $6::timestamptz
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r3.id
                              and res.kind = 'SHIFT_SIGNUP'
                              and res.status = 'ACTIVE'
                              and (
                                res.rests_on is null
                                or res.rests_on && array(
                                  select distinct
                                    aky.key
                                  from
                                    guardianship gsh
                                    join class_membership cms on cms.student_id = gsh.student_id
                                    and cms.status = 'ACTIVE'
                                    join school_class cls on cls.id = cms.school_class_id
                                    join grade grd on grd.id = cls.grade_id
                                    join school sch on sch.id = cls.school_id
                                    join school_year scy on scy.id = cls.school_year_id
                                    and $7::date between scy.starts_on and scy.ends_on
                                    cross join lateral unnest(
                                      array[
                                        'class:' || cls.id,
                                        'school:' || sch.id,
                                        'school:' || sch.id || ':grade:' || grd.id,
                                        'school:' || sch.id || ':stage:' || grd.stage,
                                        'district:' || sch.district_id,
                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                      ]
                                    ) as aky (key)
                                  where
                                    gsh.guardian_id = _r3.guardian_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $7::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $7::date
                                    )
                                )
                              )
                          )
                          or (
                            select
                              exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r3.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $7::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $7::date
                                  )
                                  and (
                                    sch.id = sft.school_id
                                    or sft.school_id is null
                                    and sch.district_id = sft.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $7::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                        or exists (
                          select 1
                          from attendance att
                          where
                            att.signup_id = _r3.id
                            and att.checked_in_at is not null
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || _l0."minutes"::text || ',"' || _l0."source"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."appealed_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."description",
                  _l0."decision_reason",
                  _l0."appeal",
                  (
                    coalesce(
                      (
                        select true
                        from
                          certified_record cre
                          join service_certificate sce on sce.id = cre.certificate_id
                        where
                          cre.record_id = _l0.id
                          and sce.revoked_at is null
                        limit 1
                      ),
                      false
                    )
                  ),
                  (_l0.person_id is not distinct from $8::uuid),
                  (
                    _l0.filed_by_id is not distinct from $8::uuid
                    and _l0.filed_by_id is not null
                  ),
                  (
                    coalesce(
                      (
                        select
                          (
                            (
                              sft.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id = $5::uuid
                                from volunteer_activity act
                                where act.id = sft.activity_id
                              )
                            )
                            or sft.school_id = any ($2::uuid[])
                          )
                        from shift sft
                        where sft.id = _l0.shift_id
                      ),
                      false
                    )
                  ),
                  (coalesce(_l0.school_id = any ($2::uuid[]), false)),
                  (_l0.appealed_at is not null),
                  (_l0.rejected_by_id is not distinct from $8::uuid),
                  (_l0.status in ('PENDING', 'APPEALED')),
                  (
                    select per.name
                    from person per
                    where per.id = _l0.person_id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $9::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $9::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($4::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and coalesce(
                            (
                              (
                                _l0.school_id = any ($4::uuid[])
                                and (
                                  select act.organiser_id
                                  from
                                    shift sft
                                    join volunteer_activity act on act.id = sft.activity_id
                                  where sft.id = _l0.shift_id
                                ) = $5::uuid
                              )
                              or _l0.school_id = any ($2::uuid[])
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($10::uuid[])
                            and _l0.filed_by_id is distinct from $8::uuid
                            and (
                              select
                                (
                                  (
                                    sft.school_id = any ($4::uuid[])
                                    and (
                                      select act.organiser_id = $5::uuid
                                      from volunteer_activity act
                                      where act.id = sft.activity_id
                                    )
                                  )
                                  or sft.school_id = any ($2::uuid[])
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and (
                              _l0.appealed_at is null
                              or (
                                _l0.school_id = any ($2::uuid[])
                                and _l0.rejected_by_id is distinct from $8::uuid
                              )
                            )
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $4::uuid[] as ids,
                                  (($9::int + 1) + cardinality($4::uuid[]) - 1) / cardinality($4::uuid[]) as size
                                where cardinality($4::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and coalesce(
                                      (
                                        (
                                          _l0.school_id = any ($4::uuid[])
                                          and (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          ) = $5::uuid
                                        )
                                        or _l0.school_id = any ($2::uuid[])
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($10::uuid[])
                                      and _l0.filed_by_id is distinct from $8::uuid
                                      and (
                                        select
                                          (
                                            (
                                              sft.school_id = any ($4::uuid[])
                                              and (
                                                select act.organiser_id = $5::uuid
                                                from volunteer_activity act
                                                where act.id = sft.activity_id
                                              )
                                            )
                                            or sft.school_id = any ($2::uuid[])
                                          )
                                        from shift sft
                                        where sft.id = _l0.shift_id
                                      )
                                      and (
                                        _l0.appealed_at is null
                                        or (
                                          _l0.school_id = any ($2::uuid[])
                                          and _l0.rejected_by_id is distinct from $8::uuid
                                        )
                                      )
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($9::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($9::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" desc,
                _l0."id" desc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from service_record _l0
      where
        (
          _l0."school_id" = any ($4::uuid[])
          and (
            (
              _l0.school_id = any ($4::uuid[])
              and (
                select act.organiser_id
                from
                  shift sft
                  join volunteer_activity act on act.id = sft.activity_id
                where sft.id = _l0.shift_id
              ) = $5::uuid
            )
            or _l0.school_id = any ($2::uuid[])
          )
          and (
            _l0.status in ('PENDING', 'APPEALED')
            and _l0.person_id <> all ($10::uuid[])
            and _l0.filed_by_id is distinct from $8::uuid
            and (
              select
                (
                  (
                    sft.school_id = any ($4::uuid[])
                    and (
                      select act.organiser_id = $5::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($2::uuid[])
                )
              from shift sft
              where sft.id = _l0.shift_id
            )
            and (
              _l0.appealed_at is null
              or (
                _l0.school_id = any ($2::uuid[])
                and _l0.rejected_by_id is distinct from $8::uuid
              )
            )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for staff; staff + auditsSchool
-- _l0: Query.serviceRecordsToDecide
-- _r0: ServiceRecord.guardian
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _r3: ServiceRecord.signup
-- _r4: Signup.attendance
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select 'null'
                from guardian _r0
                where false
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            _r2.school_id = any ($2::uuid[])
                            and (
                              _r2.published_at is not null
                              or _r2.organiser_id = $3::uuid
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                  )
                from shift _r1
                where
                  (
                    _r1.id = _l0."shift_id"
                    and (
                      _r1.school_id = any ($2::uuid[])
                      and (
                        _r1.published_at is not null
                        or (
                          select act.organiser_id = $3::uuid
                          from volunteer_activity act
                          where act.id = _r1.activity_id
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r4."id"::text || '",' || coalesce('"' || _r4."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."excused_at"::text || '"', 'null') || ']'
                      from attendance _r4
                      where
                        (
                          _r4."signup_id" = _r3.id
                          and (
                            select
                              (
                                sft.school_id = any ($2::uuid[])
                                and (
                                  select act.organiser_id = $3::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                            from shift sft
                            where sft.id = _r4.shift_id
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r3."id"::text || '"]')
                from signup _r3
                where
                  (
                    _r3.id = _l0."signup_id"
                    and (
                      (
                        select
                          (
                            sft.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          )
                        from shift sft
                        where sft.id = _r3.shift_id
                      )
                      and (
                        _r3.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $4::timestamptz
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r3.id
                              and res.kind = 'SHIFT_SIGNUP'
                              and res.status = 'ACTIVE'
                              and (
                                res.rests_on is null
                                or res.rests_on && array(
                                  select distinct
                                    aky.key
                                  from
                                    guardianship gsh
                                    join class_membership cms on cms.student_id = gsh.student_id
                                    and cms.status = 'ACTIVE'
                                    join school_class cls on cls.id = cms.school_class_id
                                    join grade grd on grd.id = cls.grade_id
                                    join school sch on sch.id = cls.school_id
                                    join school_year scy on scy.id = cls.school_year_id
                                    and $5::date between scy.starts_on and scy.ends_on
                                    cross join lateral unnest(
                                      array[
                                        'class:' || cls.id,
                                        'school:' || sch.id,
                                        'school:' || sch.id || ':grade:' || grd.id,
                                        'school:' || sch.id || ':stage:' || grd.stage,
                                        'district:' || sch.district_id,
                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                      ]
                                    ) as aky (key)
                                  where
                                    gsh.guardian_id = _r3.guardian_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $5::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $5::date
                                    )
                                )
                              )
                          )
                          or (
                            select
                              exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r3.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $5::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $5::date
                                  )
                                  and (
                                    sch.id = sft.school_id
                                    or sft.school_id is null
                                    and sch.district_id = sft.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $5::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                        or exists (
                          select 1
                          from attendance att
                          where
                            att.signup_id = _r3.id
                            and att.checked_in_at is not null
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || _l0."minutes"::text || ',"' || _l0."source"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."appealed_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."description",
                  _l0."decision_reason",
                  _l0."appeal",
                  (
                    coalesce(
                      (
                        select true
                        from
                          certified_record cre
                          join service_certificate sce on sce.id = cre.certificate_id
                        where
                          cre.record_id = _l0.id
                          and sce.revoked_at is null
                        limit 1
                      ),
                      false
                    )
                  ),
                  (_l0.person_id is not distinct from $6::uuid),
                  (
                    _l0.filed_by_id is not distinct from $6::uuid
                    and _l0.filed_by_id is not null
                  ),
                  (
                    coalesce(
                      (
                        select
                          (
                            sft.school_id = any ($2::uuid[])
                            and (
                              select act.organiser_id = $3::uuid
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          )
                        from shift sft
                        where sft.id = _l0.shift_id
                      ),
                      false
                    )
                  ),
                  (coalesce(false, false)),
                  (_l0.appealed_at is not null),
                  (_l0.rejected_by_id is not distinct from $6::uuid),
                  (_l0.status in ('PENDING', 'APPEALED')),
                  (
                    select per.name
                    from person per
                    where per.id = _l0.person_id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($2::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and coalesce(
                            (
                              _l0.school_id = any ($2::uuid[])
                              and (
                                select act.organiser_id
                                from
                                  shift sft
                                  join volunteer_activity act on act.id = sft.activity_id
                                where sft.id = _l0.shift_id
                              ) = $3::uuid
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($8::uuid[])
                            and _l0.filed_by_id is distinct from $6::uuid
                            and (
                              select
                                (
                                  sft.school_id = any ($2::uuid[])
                                  and (
                                    select act.organiser_id = $3::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and _l0.appealed_at is null
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $2::uuid[] as ids,
                                  (($7::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                                where cardinality($2::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and coalesce(
                                      (
                                        _l0.school_id = any ($2::uuid[])
                                        and (
                                          select act.organiser_id
                                          from
                                            shift sft
                                            join volunteer_activity act on act.id = sft.activity_id
                                          where sft.id = _l0.shift_id
                                        ) = $3::uuid
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($8::uuid[])
                                      and _l0.filed_by_id is distinct from $6::uuid
                                      and (
                                        select
                                          (
                                            sft.school_id = any ($2::uuid[])
                                            and (
                                              select act.organiser_id = $3::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _l0.shift_id
                                      )
                                      and _l0.appealed_at is null
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" desc,
                _l0."id" desc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from service_record _l0
      where
        (
          _l0."school_id" = any ($2::uuid[])
          and (
            _l0.school_id = any ($2::uuid[])
            and (
              select act.organiser_id
              from
                shift sft
                join volunteer_activity act on act.id = sft.activity_id
              where sft.id = _l0.shift_id
            ) = $3::uuid
          )
          and (
            _l0.status in ('PENDING', 'APPEALED')
            and _l0.person_id <> all ($8::uuid[])
            and _l0.filed_by_id is distinct from $6::uuid
            and (
              select
                (
                  sft.school_id = any ($2::uuid[])
                  and (
                    select act.organiser_id = $3::uuid
                    from volunteer_activity act
                    where act.id = sft.activity_id
                  )
                )
              from shift sft
              where sft.id = _l0.shift_id
            )
            and _l0.appealed_at is null
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for teacher + staff (as teacher)
-- _l0: Query.serviceRecordsToDecide
-- _r0: ServiceRecord.guardian
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _r3: ServiceRecord.signup
-- _r4: Signup.attendance
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                        from person p
                        where p.id = _r0.person_id
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                            where
                              tie.guardian_id = _r0.id
                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and (
                                stu.school_id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  )
                from guardian _r0
                where
                  (
                    _r0.id = _l0."guardian_id"
                    and exists (
                      select 1
                      from
                        guardianship g
                        join class_membership m on m.student_id = g.student_id
                      where
                        g.guardian_id = _r0.id
                        and g.status in ('ACTIVE', 'PENDING')
                        and m.school_class_id = any ($3::uuid[])
                        and m.status = 'ACTIVE'
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            _r2.school_id = any ($4::uuid[])
                            and (
                              _r2.published_at is not null
                              or _r2.organiser_id = $5::uuid
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                  )
                from shift _r1
                where
                  (
                    _r1.id = _l0."shift_id"
                    and (
                      _r1.school_id = any ($4::uuid[])
                      and (
                        _r1.published_at is not null
                        or (
                          select act.organiser_id = $5::uuid
                          from volunteer_activity act
                          where act.id = _r1.activity_id
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r4."id"::text || '",' || coalesce('"' || _r4."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."excused_at"::text || '"', 'null') || ']'
                      from attendance _r4
                      where
                        (
                          _r4."signup_id" = _r3.id
                          and (
                            select
                              (
                                sft.school_id = any ($4::uuid[])
                                and (
                                  select act.organiser_id = $5::uuid
                                  from volunteer_activity act
                                  where act.id = sft.activity_id
                                )
                              )
                            from shift sft
                            where sft.id = _r4.shift_id
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r3."id"::text || '"]')
                from signup _r3
                where
                  (
                    _r3.id = _l0."signup_id"
                    and (
                      (
                        select
                          (
                            sft.school_id = any ($4::uuid[])
                            and (
                              select act.organiser_id = $5::uuid
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          )
                        from shift sft
                        where sft.id = _r3.shift_id
                      )
                      and (
                        _r3.status not in ('PENDING', 'CONFIRMED')
                        or (
                          (
                            select sft.starts_at <= $6::timestamptz
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r3.id
                              and res.kind = 'SHIFT_SIGNUP'
                              and res.status = 'ACTIVE'
                              and (
                                res.rests_on is null
                                or res.rests_on && array(
                                  select distinct
                                    aky.key
                                  from
                                    guardianship gsh
                                    join class_membership cms on cms.student_id = gsh.student_id
                                    and cms.status = 'ACTIVE'
                                    join school_class cls on cls.id = cms.school_class_id
                                    join grade grd on grd.id = cls.grade_id
                                    join school sch on sch.id = cls.school_id
                                    join school_year scy on scy.id = cls.school_year_id
                                    and $7::date between scy.starts_on and scy.ends_on
                                    cross join lateral unnest(
                                      array[
                                        'class:' || cls.id,
                                        'school:' || sch.id,
                                        'school:' || sch.id || ':grade:' || grd.id,
                                        'school:' || sch.id || ':stage:' || grd.stage,
                                        'district:' || sch.district_id,
                                        'district:' || sch.district_id || ':grade:' || grd.id,
                                        'district:' || sch.district_id || ':stage:' || grd.stage
                                      ]
                                    ) as aky (key)
                                  where
                                    gsh.guardian_id = _r3.guardian_id
                                    and gsh.status = 'ACTIVE'
                                    and gsh.data_access
                                    and gsh.valid_from <= $7::date
                                    and (
                                      gsh.valid_to is null
                                      or gsh.valid_to >= $7::date
                                    )
                                )
                              )
                          )
                          or (
                            select
                              exists (
                                select 1
                                from
                                  guardianship tie
                                  join student stu on stu.id = tie.student_id
                                  and stu.left_on is null
                                  join school sch on sch.id = stu.school_id
                                where
                                  tie.guardian_id = _r3.guardian_id
                                  and tie.status = 'ACTIVE'
                                  and tie.data_access
                                  and tie.valid_from <= $7::date
                                  and (
                                    tie.valid_to is null
                                    or tie.valid_to >= $7::date
                                  )
                                  and (
                                    sch.id = sft.school_id
                                    or sft.school_id is null
                                    and sch.district_id = sft.district_id
                                  )
                                  and not exists (
                                    select 1
                                    from
                                      class_membership cms
                                      join school_year scy on scy.id = cms.school_year_id
                                    where
                                      cms.student_id = stu.id
                                      and cms.status = 'ACTIVE'
                                      and $7::date between scy.starts_on and scy.ends_on
                                  )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                        or exists (
                          select 1
                          from attendance att
                          where
                            att.signup_id = _r3.id
                            and att.checked_in_at is not null
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || _l0."minutes"::text || ',"' || _l0."source"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."appealed_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."description",
                  _l0."decision_reason",
                  _l0."appeal",
                  (
                    coalesce(
                      (
                        select true
                        from
                          certified_record cre
                          join service_certificate sce on sce.id = cre.certificate_id
                        where
                          cre.record_id = _l0.id
                          and sce.revoked_at is null
                        limit 1
                      ),
                      false
                    )
                  ),
                  (_l0.person_id is not distinct from $8::uuid),
                  (
                    _l0.filed_by_id is not distinct from $8::uuid
                    and _l0.filed_by_id is not null
                  ),
                  (
                    coalesce(
                      (
                        select
                          (
                            sft.school_id = any ($4::uuid[])
                            and (
                              select act.organiser_id = $5::uuid
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          )
                        from shift sft
                        where sft.id = _l0.shift_id
                      ),
                      false
                    )
                  ),
                  (coalesce(false, false)),
                  (_l0.appealed_at is not null),
                  (_l0.rejected_by_id is not distinct from $8::uuid),
                  (_l0.status in ('PENDING', 'APPEALED')),
                  (
                    select per.name
                    from person per
                    where per.id = _l0.person_id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $9::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $9::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($4::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and coalesce(
                            (
                              _l0.school_id = any ($4::uuid[])
                              and (
                                select act.organiser_id
                                from
                                  shift sft
                                  join volunteer_activity act on act.id = sft.activity_id
                                where sft.id = _l0.shift_id
                              ) = $5::uuid
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($10::uuid[])
                            and _l0.filed_by_id is distinct from $8::uuid
                            and (
                              select
                                (
                                  sft.school_id = any ($4::uuid[])
                                  and (
                                    select act.organiser_id = $5::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and _l0.appealed_at is null
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $4::uuid[] as ids,
                                  (($9::int + 1) + cardinality($4::uuid[]) - 1) / cardinality($4::uuid[]) as size
                                where cardinality($4::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and coalesce(
                                      (
                                        _l0.school_id = any ($4::uuid[])
                                        and (
                                          select act.organiser_id
                                          from
                                            shift sft
                                            join volunteer_activity act on act.id = sft.activity_id
                                          where sft.id = _l0.shift_id
                                        ) = $5::uuid
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($10::uuid[])
                                      and _l0.filed_by_id is distinct from $8::uuid
                                      and (
                                        select
                                          (
                                            sft.school_id = any ($4::uuid[])
                                            and (
                                              select act.organiser_id = $5::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _l0.shift_id
                                      )
                                      and _l0.appealed_at is null
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($9::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($9::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" desc,
                _l0."id" desc
              limit ($9::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from service_record _l0
      where
        (
          _l0."school_id" = any ($4::uuid[])
          and (
            _l0.school_id = any ($4::uuid[])
            and (
              select act.organiser_id
              from
                shift sft
                join volunteer_activity act on act.id = sft.activity_id
              where sft.id = _l0.shift_id
            ) = $5::uuid
          )
          and (
            _l0.status in ('PENDING', 'APPEALED')
            and _l0.person_id <> all ($10::uuid[])
            and _l0.filed_by_id is distinct from $8::uuid
            and (
              select
                (
                  sft.school_id = any ($4::uuid[])
                  and (
                    select act.organiser_id = $5::uuid
                    from volunteer_activity act
                    where act.id = sft.activity_id
                  )
                )
              from shift sft
              where sft.id = _l0.shift_id
            )
            and _l0.appealed_at is null
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for district + auditsDistrict (as district-admin)
-- _l0: Query.serviceRecordsToDecide
-- _r0: ServiceRecord.guardian
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _r3: ServiceRecord.signup
-- _r4: Signup.attendance
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select 'null'
                from guardian _r0
                where false
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and _r2.district_id = any ($2::uuid[])
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                  )
                from shift _r1
                where
                  (
                    _r1.id = _l0."shift_id"
                    and _r1.district_id = any ($2::uuid[])
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r4."id"::text || '",' || coalesce('"' || _r4."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."excused_at"::text || '"', 'null') || ']'
                      from attendance _r4
                      where
                        (
                          _r4."signup_id" = _r3.id
                          and (
                            (
                              select
                                (
                                  sft.school_id is null
                                  and sft.district_id = any ($2::uuid[])
                                )
                              from shift sft
                              where sft.id = _r4.shift_id
                            )
                            or (
                              _r3.status = 'CONFIRMED'
                              and (
                                select
                                  (
                                    sft.school_id is not null
                                    and sft.district_id = any ($2::uuid[])
                                    and sft.status = 'SCHEDULED'
                                    and sft.starts_at <= $3::timestamptz
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                        and asg.school_id = sft.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or asg.staff_id = (
                                            select own.organiser_id
                                            from volunteer_activity own
                                            where own.id = sft.activity_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_r3.person_id], null))
                                    )
                                  )
                                from shift sft
                                where sft.id = _r3.shift_id
                              )
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r3."id"::text || '"]')
                from signup _r3
                where
                  (
                    _r3.id = _l0."signup_id"
                    and (
                      (
                        (
                          select
                            (
                              sft.school_id is null
                              and sft.district_id = any ($2::uuid[])
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $3::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $4::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $4::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $4::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $4::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $4::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $4::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        (
                          _r3.status in ('PENDING', 'CONFIRMED')
                          and (
                            _r3.status = 'PENDING'
                            or _r3.cancel_requested_at is not null
                          )
                          and (
                            select
                              (
                                sft.school_id is not null
                                and sft.district_id = any ($2::uuid[])
                                and sft.status = 'SCHEDULED'
                                and sft.starts_at > $3::timestamptz
                                and not exists (
                                  select 1
                                  from
                                    staff_assignment asg
                                    join staff stf on stf.id = asg.staff_id
                                  where
                                    asg.ended_at is null
                                    and asg.valid_from <= $4::date
                                    and (
                                      asg.valid_to is null
                                      or asg.valid_to >= $4::date
                                    )
                                    and asg.school_id = sft.school_id
                                    and (
                                      asg.role = 'SCHOOL_ADMIN'
                                      or asg.staff_id = (
                                        select own.organiser_id
                                        from volunteer_activity own
                                        where own.id = sft.activity_id
                                      )
                                    )
                                    and stf.person_id <> all (array_remove(array[_r3.person_id], null))
                                )
                              )
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $3::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $4::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $4::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $4::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $4::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $4::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $4::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                      or (
                        _r3.status = 'CONFIRMED'
                        and (
                          select
                            (
                              sft.school_id is not null
                              and sft.district_id = any ($2::uuid[])
                              and sft.status = 'SCHEDULED'
                              and sft.starts_at <= $3::timestamptz
                              and not exists (
                                select 1
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                                  and asg.school_id = sft.school_id
                                  and (
                                    asg.role = 'SCHOOL_ADMIN'
                                    or asg.staff_id = (
                                      select own.organiser_id
                                      from volunteer_activity own
                                      where own.id = sft.activity_id
                                    )
                                  )
                                  and stf.person_id <> all (array_remove(array[_r3.person_id], null))
                              )
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                      )
                      or (
                        (
                          _r3.decided_by_id = $5::uuid
                          and _r3.decided_for_district
                          or _r3.cancel_decided_by_id = $5::uuid
                          and _r3.cancel_decided_for_district
                        )
                        and (
                          select sft.district_id = any ($2::uuid[])
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || _l0."minutes"::text || ',"' || _l0."source"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."appealed_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."description",
                  _l0."decision_reason",
                  _l0."appeal",
                  (
                    coalesce(
                      (
                        select true
                        from
                          certified_record cre
                          join service_certificate sce on sce.id = cre.certificate_id
                        where
                          cre.record_id = _l0.id
                          and sce.revoked_at is null
                        limit 1
                      ),
                      false
                    )
                  ),
                  (_l0.person_id is not distinct from $6::uuid),
                  (
                    _l0.filed_by_id is not distinct from $6::uuid
                    and _l0.filed_by_id is not null
                  ),
                  (
                    coalesce(
                      (
                        (
                          select
                            (
                              sft.school_id is null
                              and sft.district_id = any ($2::uuid[])
                            )
                          from shift sft
                          where sft.id = _l0.shift_id
                        )
                        or (
                          _l0.district_id = any ($2::uuid[])
                          and (
                            _l0.school_id is not null
                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                            and not exists (
                              select 1
                              from
                                staff_assignment asg
                                join staff stf on stf.id = asg.staff_id
                              where
                                asg.ended_at is null
                                and asg.valid_from <= $4::date
                                and (
                                  asg.valid_to is null
                                  or asg.valid_to >= $4::date
                                )
                                and asg.school_id = _l0.school_id
                                and (
                                  asg.role = 'SCHOOL_ADMIN'
                                  or _l0.appealed_at is null
                                  and asg.staff_id = (
                                    select act.organiser_id
                                    from
                                      shift sft
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where sft.id = _l0.shift_id
                                  )
                                )
                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                            )
                          )
                          and (
                            _l0.status <> 'APPROVED'
                            or _l0.approver_id = any (
                              array(
                                select stf.person_id
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.role = 'DISTRICT_ADMIN'
                                  and asg.district_id = any ($2::uuid[])
                                  and asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                              )
                            )
                          )
                        )
                      ),
                      false
                    )
                  ),
                  (
                    coalesce(
                      (
                        (
                          _l0.school_id is null
                          and _l0.district_id = any ($2::uuid[])
                        )
                        or (
                          _l0.district_id = any ($2::uuid[])
                          and (
                            _l0.school_id is not null
                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                            and not exists (
                              select 1
                              from
                                staff_assignment asg
                                join staff stf on stf.id = asg.staff_id
                              where
                                asg.ended_at is null
                                and asg.valid_from <= $4::date
                                and (
                                  asg.valid_to is null
                                  or asg.valid_to >= $4::date
                                )
                                and asg.school_id = _l0.school_id
                                and (
                                  asg.role = 'SCHOOL_ADMIN'
                                  or _l0.appealed_at is null
                                  and asg.staff_id = (
                                    select act.organiser_id
                                    from
                                      shift sft
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where sft.id = _l0.shift_id
                                  )
                                )
                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                            )
                          )
                          and (
                            _l0.status <> 'APPROVED'
                            or _l0.approver_id = any (
                              array(
                                select stf.person_id
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.role = 'DISTRICT_ADMIN'
                                  and asg.district_id = any ($2::uuid[])
                                  and asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                              )
                            )
                          )
                        )
                      ),
                      false
                    )
                  ),
                  (_l0.appealed_at is not null),
                  (_l0.rejected_by_id is not distinct from $6::uuid),
                  (_l0.status in ('PENDING', 'APPEALED')),
                  (
                    select per.name
                    from person per
                    where per.id = _l0.person_id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $7::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $7::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($2::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."district_id" = _key.id
                          and _l0.school_id is null
                          and coalesce(
                            (
                              (
                                _l0.school_id is null
                                and _l0.district_id = any ($2::uuid[])
                              )
                              or (
                                (
                                  _l0.district_id = any ($2::uuid[])
                                  and (
                                    _l0.school_id is not null
                                    and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                        and asg.school_id = _l0.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or _l0.appealed_at is null
                                          and asg.staff_id = (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                    )
                                  )
                                  and (
                                    _l0.status <> 'APPROVED'
                                    or _l0.approver_id = any (
                                      array(
                                        select stf.person_id
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.role = 'DISTRICT_ADMIN'
                                          and asg.district_id = any ($2::uuid[])
                                          and asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                      )
                                    )
                                  )
                                )
                                or (
                                  _l0.district_id = any ($2::uuid[])
                                  and _l0.approver_id = $6::uuid
                                  and _l0.decided_for_district
                                )
                              )
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($8::uuid[])
                            and _l0.filed_by_id is distinct from $6::uuid
                            and (
                              (
                                select
                                  (
                                    sft.school_id is null
                                    and sft.district_id = any ($2::uuid[])
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or (
                                _l0.district_id = any ($2::uuid[])
                                and (
                                  _l0.school_id is not null
                                  and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                      and asg.school_id = _l0.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or _l0.appealed_at is null
                                        and asg.staff_id = (
                                          select act.organiser_id
                                          from
                                            shift sft
                                            join volunteer_activity act on act.id = sft.activity_id
                                          where sft.id = _l0.shift_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                  )
                                )
                                and (
                                  _l0.status <> 'APPROVED'
                                  or _l0.approver_id = any (
                                    array(
                                      select stf.person_id
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.role = 'DISTRICT_ADMIN'
                                        and asg.district_id = any ($2::uuid[])
                                        and asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _l0.appealed_at is null
                              or (
                                (
                                  (
                                    _l0.school_id is null
                                    and _l0.district_id = any ($2::uuid[])
                                  )
                                  or (
                                    _l0.district_id = any ($2::uuid[])
                                    and (
                                      _l0.school_id is not null
                                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                          and asg.school_id = _l0.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or _l0.appealed_at is null
                                            and asg.staff_id = (
                                              select act.organiser_id
                                              from
                                                shift sft
                                                join volunteer_activity act on act.id = sft.activity_id
                                              where sft.id = _l0.shift_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                      )
                                    )
                                    and (
                                      _l0.status <> 'APPROVED'
                                      or _l0.approver_id = any (
                                        array(
                                          select stf.person_id
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.role = 'DISTRICT_ADMIN'
                                            and asg.district_id = any ($2::uuid[])
                                            and asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                        )
                                      )
                                    )
                                  )
                                )
                                and _l0.rejected_by_id is distinct from $6::uuid
                              )
                            )
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $2::uuid[] as ids,
                                  (($7::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                                where cardinality($2::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."district_id" = _key.id
                                    and _l0.school_id is null
                                    and coalesce(
                                      (
                                        (
                                          _l0.school_id is null
                                          and _l0.district_id = any ($2::uuid[])
                                        )
                                        or (
                                          (
                                            _l0.district_id = any ($2::uuid[])
                                            and (
                                              _l0.school_id is not null
                                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = _l0.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or _l0.appealed_at is null
                                                    and asg.staff_id = (
                                                      select act.organiser_id
                                                      from
                                                        shift sft
                                                        join volunteer_activity act on act.id = sft.activity_id
                                                      where sft.id = _l0.shift_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                              )
                                            )
                                            and (
                                              _l0.status <> 'APPROVED'
                                              or _l0.approver_id = any (
                                                array(
                                                  select stf.person_id
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.role = 'DISTRICT_ADMIN'
                                                    and asg.district_id = any ($2::uuid[])
                                                    and asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                            )
                                          )
                                          or (
                                            _l0.district_id = any ($2::uuid[])
                                            and _l0.approver_id = $6::uuid
                                            and _l0.decided_for_district
                                          )
                                        )
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($8::uuid[])
                                      and _l0.filed_by_id is distinct from $6::uuid
                                      and (
                                        (
                                          select
                                            (
                                              sft.school_id is null
                                              and sft.district_id = any ($2::uuid[])
                                            )
                                          from shift sft
                                          where sft.id = _l0.shift_id
                                        )
                                        or (
                                          _l0.district_id = any ($2::uuid[])
                                          and (
                                            _l0.school_id is not null
                                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                            and not exists (
                                              select 1
                                              from
                                                staff_assignment asg
                                                join staff stf on stf.id = asg.staff_id
                                              where
                                                asg.ended_at is null
                                                and asg.valid_from <= $4::date
                                                and (
                                                  asg.valid_to is null
                                                  or asg.valid_to >= $4::date
                                                )
                                                and asg.school_id = _l0.school_id
                                                and (
                                                  asg.role = 'SCHOOL_ADMIN'
                                                  or _l0.appealed_at is null
                                                  and asg.staff_id = (
                                                    select act.organiser_id
                                                    from
                                                      shift sft
                                                      join volunteer_activity act on act.id = sft.activity_id
                                                    where sft.id = _l0.shift_id
                                                  )
                                                )
                                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                            )
                                          )
                                          and (
                                            _l0.status <> 'APPROVED'
                                            or _l0.approver_id = any (
                                              array(
                                                select stf.person_id
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.role = 'DISTRICT_ADMIN'
                                                  and asg.district_id = any ($2::uuid[])
                                                  and asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                      and (
                                        _l0.appealed_at is null
                                        or (
                                          (
                                            (
                                              _l0.school_id is null
                                              and _l0.district_id = any ($2::uuid[])
                                            )
                                            or (
                                              _l0.district_id = any ($2::uuid[])
                                              and (
                                                _l0.school_id is not null
                                                and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                                and not exists (
                                                  select 1
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                    and asg.school_id = _l0.school_id
                                                    and (
                                                      asg.role = 'SCHOOL_ADMIN'
                                                      or _l0.appealed_at is null
                                                      and asg.staff_id = (
                                                        select act.organiser_id
                                                        from
                                                          shift sft
                                                          join volunteer_activity act on act.id = sft.activity_id
                                                        where sft.id = _l0.shift_id
                                                      )
                                                    )
                                                    and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                                )
                                              )
                                              and (
                                                _l0.status <> 'APPROVED'
                                                or _l0.approver_id = any (
                                                  array(
                                                    select stf.person_id
                                                    from
                                                      staff_assignment asg
                                                      join staff stf on stf.id = asg.staff_id
                                                    where
                                                      asg.role = 'DISTRICT_ADMIN'
                                                      and asg.district_id = any ($2::uuid[])
                                                      and asg.ended_at is null
                                                      and asg.valid_from <= $4::date
                                                      and (
                                                        asg.valid_to is null
                                                        or asg.valid_to >= $4::date
                                                      )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                          and _l0.rejected_by_id is distinct from $6::uuid
                                        )
                                      )
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($2::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."district_id" = _key.id
                          and _l0.status in ('PENDING', 'APPEALED')
                          and (
                            _l0.school_id is not null
                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                            and not exists (
                              select 1
                              from
                                staff_assignment asg
                                join staff stf on stf.id = asg.staff_id
                              where
                                asg.ended_at is null
                                and asg.valid_from <= $4::date
                                and (
                                  asg.valid_to is null
                                  or asg.valid_to >= $4::date
                                )
                                and asg.school_id = _l0.school_id
                                and (
                                  asg.role = 'SCHOOL_ADMIN'
                                  or _l0.appealed_at is null
                                  and asg.staff_id = (
                                    select act.organiser_id
                                    from
                                      shift sft
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where sft.id = _l0.shift_id
                                  )
                                )
                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                            )
                          )
                          and (
                            _l0."district_id" = any ($2::uuid[])
                            and _l0.school_id is null
                          ) is not true
                          and coalesce(
                            (
                              (
                                _l0.school_id is null
                                and _l0.district_id = any ($2::uuid[])
                              )
                              or (
                                (
                                  _l0.district_id = any ($2::uuid[])
                                  and (
                                    _l0.school_id is not null
                                    and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                        and asg.school_id = _l0.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or _l0.appealed_at is null
                                          and asg.staff_id = (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                    )
                                  )
                                  and (
                                    _l0.status <> 'APPROVED'
                                    or _l0.approver_id = any (
                                      array(
                                        select stf.person_id
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.role = 'DISTRICT_ADMIN'
                                          and asg.district_id = any ($2::uuid[])
                                          and asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                      )
                                    )
                                  )
                                )
                                or (
                                  _l0.district_id = any ($2::uuid[])
                                  and _l0.approver_id = $6::uuid
                                  and _l0.decided_for_district
                                )
                              )
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($8::uuid[])
                            and _l0.filed_by_id is distinct from $6::uuid
                            and (
                              (
                                select
                                  (
                                    sft.school_id is null
                                    and sft.district_id = any ($2::uuid[])
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or (
                                _l0.district_id = any ($2::uuid[])
                                and (
                                  _l0.school_id is not null
                                  and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                      and asg.school_id = _l0.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or _l0.appealed_at is null
                                        and asg.staff_id = (
                                          select act.organiser_id
                                          from
                                            shift sft
                                            join volunteer_activity act on act.id = sft.activity_id
                                          where sft.id = _l0.shift_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                  )
                                )
                                and (
                                  _l0.status <> 'APPROVED'
                                  or _l0.approver_id = any (
                                    array(
                                      select stf.person_id
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.role = 'DISTRICT_ADMIN'
                                        and asg.district_id = any ($2::uuid[])
                                        and asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _l0.appealed_at is null
                              or (
                                (
                                  (
                                    _l0.school_id is null
                                    and _l0.district_id = any ($2::uuid[])
                                  )
                                  or (
                                    _l0.district_id = any ($2::uuid[])
                                    and (
                                      _l0.school_id is not null
                                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                          and asg.school_id = _l0.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or _l0.appealed_at is null
                                            and asg.staff_id = (
                                              select act.organiser_id
                                              from
                                                shift sft
                                                join volunteer_activity act on act.id = sft.activity_id
                                              where sft.id = _l0.shift_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                      )
                                    )
                                    and (
                                      _l0.status <> 'APPROVED'
                                      or _l0.approver_id = any (
                                        array(
                                          select stf.person_id
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.role = 'DISTRICT_ADMIN'
                                            and asg.district_id = any ($2::uuid[])
                                            and asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                        )
                                      )
                                    )
                                  )
                                )
                                and _l0.rejected_by_id is distinct from $6::uuid
                              )
                            )
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $2::uuid[] as ids,
                                  (($7::int + 1) + cardinality($2::uuid[]) - 1) / cardinality($2::uuid[]) as size
                                where cardinality($2::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."district_id" = _key.id
                                    and _l0.status in ('PENDING', 'APPEALED')
                                    and (
                                      _l0.school_id is not null
                                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                          and asg.school_id = _l0.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or _l0.appealed_at is null
                                            and asg.staff_id = (
                                              select act.organiser_id
                                              from
                                                shift sft
                                                join volunteer_activity act on act.id = sft.activity_id
                                              where sft.id = _l0.shift_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                      )
                                    )
                                    and (
                                      _l0."district_id" = any ($2::uuid[])
                                      and _l0.school_id is null
                                    ) is not true
                                    and coalesce(
                                      (
                                        (
                                          _l0.school_id is null
                                          and _l0.district_id = any ($2::uuid[])
                                        )
                                        or (
                                          (
                                            _l0.district_id = any ($2::uuid[])
                                            and (
                                              _l0.school_id is not null
                                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = _l0.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or _l0.appealed_at is null
                                                    and asg.staff_id = (
                                                      select act.organiser_id
                                                      from
                                                        shift sft
                                                        join volunteer_activity act on act.id = sft.activity_id
                                                      where sft.id = _l0.shift_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                              )
                                            )
                                            and (
                                              _l0.status <> 'APPROVED'
                                              or _l0.approver_id = any (
                                                array(
                                                  select stf.person_id
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.role = 'DISTRICT_ADMIN'
                                                    and asg.district_id = any ($2::uuid[])
                                                    and asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                            )
                                          )
                                          or (
                                            _l0.district_id = any ($2::uuid[])
                                            and _l0.approver_id = $6::uuid
                                            and _l0.decided_for_district
                                          )
                                        )
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($8::uuid[])
                                      and _l0.filed_by_id is distinct from $6::uuid
                                      and (
                                        (
                                          select
                                            (
                                              sft.school_id is null
                                              and sft.district_id = any ($2::uuid[])
                                            )
                                          from shift sft
                                          where sft.id = _l0.shift_id
                                        )
                                        or (
                                          _l0.district_id = any ($2::uuid[])
                                          and (
                                            _l0.school_id is not null
                                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                            and not exists (
                                              select 1
                                              from
                                                staff_assignment asg
                                                join staff stf on stf.id = asg.staff_id
                                              where
                                                asg.ended_at is null
                                                and asg.valid_from <= $4::date
                                                and (
                                                  asg.valid_to is null
                                                  or asg.valid_to >= $4::date
                                                )
                                                and asg.school_id = _l0.school_id
                                                and (
                                                  asg.role = 'SCHOOL_ADMIN'
                                                  or _l0.appealed_at is null
                                                  and asg.staff_id = (
                                                    select act.organiser_id
                                                    from
                                                      shift sft
                                                      join volunteer_activity act on act.id = sft.activity_id
                                                    where sft.id = _l0.shift_id
                                                  )
                                                )
                                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                            )
                                          )
                                          and (
                                            _l0.status <> 'APPROVED'
                                            or _l0.approver_id = any (
                                              array(
                                                select stf.person_id
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.role = 'DISTRICT_ADMIN'
                                                  and asg.district_id = any ($2::uuid[])
                                                  and asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                      and (
                                        _l0.appealed_at is null
                                        or (
                                          (
                                            (
                                              _l0.school_id is null
                                              and _l0.district_id = any ($2::uuid[])
                                            )
                                            or (
                                              _l0.district_id = any ($2::uuid[])
                                              and (
                                                _l0.school_id is not null
                                                and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                                and not exists (
                                                  select 1
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                    and asg.school_id = _l0.school_id
                                                    and (
                                                      asg.role = 'SCHOOL_ADMIN'
                                                      or _l0.appealed_at is null
                                                      and asg.staff_id = (
                                                        select act.organiser_id
                                                        from
                                                          shift sft
                                                          join volunteer_activity act on act.id = sft.activity_id
                                                        where sft.id = _l0.shift_id
                                                      )
                                                    )
                                                    and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                                )
                                              )
                                              and (
                                                _l0.status <> 'APPROVED'
                                                or _l0.approver_id = any (
                                                  array(
                                                    select stf.person_id
                                                    from
                                                      staff_assignment asg
                                                      join staff stf on stf.id = asg.staff_id
                                                    where
                                                      asg.role = 'DISTRICT_ADMIN'
                                                      and asg.district_id = any ($2::uuid[])
                                                      and asg.ended_at is null
                                                      and asg.valid_from <= $4::date
                                                      and (
                                                        asg.valid_to is null
                                                        or asg.valid_to >= $4::date
                                                      )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                          and _l0.rejected_by_id is distinct from $6::uuid
                                        )
                                      )
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest(
                          array(
                            select stf.person_id
                            from
                              staff_assignment asg
                              join staff stf on stf.id = asg.staff_id
                            where
                              asg.role = 'DISTRICT_ADMIN'
                              and asg.district_id = any ($2::uuid[])
                              and asg.ended_at is null
                              and asg.valid_from <= $4::date
                              and (
                                asg.valid_to is null
                                or asg.valid_to >= $4::date
                              )
                          )
                        ) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."approver_id" = _key.id
                          and _l0.district_id = any ($2::uuid[])
                          and _l0.status = 'APPROVED'
                          and (
                            _l0.school_id is not null
                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                            and not exists (
                              select 1
                              from
                                staff_assignment asg
                                join staff stf on stf.id = asg.staff_id
                              where
                                asg.ended_at is null
                                and asg.valid_from <= $4::date
                                and (
                                  asg.valid_to is null
                                  or asg.valid_to >= $4::date
                                )
                                and asg.school_id = _l0.school_id
                                and (
                                  asg.role = 'SCHOOL_ADMIN'
                                  or _l0.appealed_at is null
                                  and asg.staff_id = (
                                    select act.organiser_id
                                    from
                                      shift sft
                                      join volunteer_activity act on act.id = sft.activity_id
                                    where sft.id = _l0.shift_id
                                  )
                                )
                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                            )
                          )
                          and (
                            _l0."district_id" = any ($2::uuid[])
                            and _l0.school_id is null
                          ) is not true
                          and (
                            _l0."district_id" = any ($2::uuid[])
                            and _l0.status in ('PENDING', 'APPEALED')
                            and (
                              _l0.school_id is not null
                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                              and not exists (
                                select 1
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                                  and asg.school_id = _l0.school_id
                                  and (
                                    asg.role = 'SCHOOL_ADMIN'
                                    or _l0.appealed_at is null
                                    and asg.staff_id = (
                                      select act.organiser_id
                                      from
                                        shift sft
                                        join volunteer_activity act on act.id = sft.activity_id
                                      where sft.id = _l0.shift_id
                                    )
                                  )
                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                              )
                            )
                          ) is not true
                          and coalesce(
                            (
                              (
                                _l0.school_id is null
                                and _l0.district_id = any ($2::uuid[])
                              )
                              or (
                                (
                                  _l0.district_id = any ($2::uuid[])
                                  and (
                                    _l0.school_id is not null
                                    and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                        and asg.school_id = _l0.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or _l0.appealed_at is null
                                          and asg.staff_id = (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                    )
                                  )
                                  and (
                                    _l0.status <> 'APPROVED'
                                    or _l0.approver_id = any (
                                      array(
                                        select stf.person_id
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.role = 'DISTRICT_ADMIN'
                                          and asg.district_id = any ($2::uuid[])
                                          and asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                      )
                                    )
                                  )
                                )
                                or (
                                  _l0.district_id = any ($2::uuid[])
                                  and _l0.approver_id = $6::uuid
                                  and _l0.decided_for_district
                                )
                              )
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($8::uuid[])
                            and _l0.filed_by_id is distinct from $6::uuid
                            and (
                              (
                                select
                                  (
                                    sft.school_id is null
                                    and sft.district_id = any ($2::uuid[])
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or (
                                _l0.district_id = any ($2::uuid[])
                                and (
                                  _l0.school_id is not null
                                  and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                      and asg.school_id = _l0.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or _l0.appealed_at is null
                                        and asg.staff_id = (
                                          select act.organiser_id
                                          from
                                            shift sft
                                            join volunteer_activity act on act.id = sft.activity_id
                                          where sft.id = _l0.shift_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                  )
                                )
                                and (
                                  _l0.status <> 'APPROVED'
                                  or _l0.approver_id = any (
                                    array(
                                      select stf.person_id
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.role = 'DISTRICT_ADMIN'
                                        and asg.district_id = any ($2::uuid[])
                                        and asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _l0.appealed_at is null
                              or (
                                (
                                  (
                                    _l0.school_id is null
                                    and _l0.district_id = any ($2::uuid[])
                                  )
                                  or (
                                    _l0.district_id = any ($2::uuid[])
                                    and (
                                      _l0.school_id is not null
                                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                          and asg.school_id = _l0.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or _l0.appealed_at is null
                                            and asg.staff_id = (
                                              select act.organiser_id
                                              from
                                                shift sft
                                                join volunteer_activity act on act.id = sft.activity_id
                                              where sft.id = _l0.shift_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                      )
                                    )
                                    and (
                                      _l0.status <> 'APPROVED'
                                      or _l0.approver_id = any (
                                        array(
                                          select stf.person_id
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.role = 'DISTRICT_ADMIN'
                                            and asg.district_id = any ($2::uuid[])
                                            and asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                        )
                                      )
                                    )
                                  )
                                )
                                and _l0.rejected_by_id is distinct from $6::uuid
                              )
                            )
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  array(
                                    select stf.person_id
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.role = 'DISTRICT_ADMIN'
                                      and asg.district_id = any ($2::uuid[])
                                      and asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                  ) as ids,
                                  (
                                    ($7::int + 1) + cardinality(
                                      array(
                                        select stf.person_id
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.role = 'DISTRICT_ADMIN'
                                          and asg.district_id = any ($2::uuid[])
                                          and asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                      )
                                    ) - 1
                                  ) / cardinality(
                                    array(
                                      select stf.person_id
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.role = 'DISTRICT_ADMIN'
                                        and asg.district_id = any ($2::uuid[])
                                        and asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                    )
                                  ) as size
                                where
                                  cardinality(
                                    array(
                                      select stf.person_id
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.role = 'DISTRICT_ADMIN'
                                        and asg.district_id = any ($2::uuid[])
                                        and asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                    )
                                  ) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."approver_id" = _key.id
                                    and _l0.district_id = any ($2::uuid[])
                                    and _l0.status = 'APPROVED'
                                    and (
                                      _l0.school_id is not null
                                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                          and asg.school_id = _l0.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or _l0.appealed_at is null
                                            and asg.staff_id = (
                                              select act.organiser_id
                                              from
                                                shift sft
                                                join volunteer_activity act on act.id = sft.activity_id
                                              where sft.id = _l0.shift_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                      )
                                    )
                                    and (
                                      _l0."district_id" = any ($2::uuid[])
                                      and _l0.school_id is null
                                    ) is not true
                                    and (
                                      _l0."district_id" = any ($2::uuid[])
                                      and _l0.status in ('PENDING', 'APPEALED')
                                      and (
                                        _l0.school_id is not null
                                        and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                        and not exists (
                                          select 1
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                            and asg.school_id = _l0.school_id
                                            and (
                                              asg.role = 'SCHOOL_ADMIN'
                                              or _l0.appealed_at is null
                                              and asg.staff_id = (
                                                select act.organiser_id
                                                from
                                                  shift sft
                                                  join volunteer_activity act on act.id = sft.activity_id
                                                where sft.id = _l0.shift_id
                                              )
                                            )
                                            and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                        )
                                      )
                                    ) is not true
                                    and coalesce(
                                      (
                                        (
                                          _l0.school_id is null
                                          and _l0.district_id = any ($2::uuid[])
                                        )
                                        or (
                                          (
                                            _l0.district_id = any ($2::uuid[])
                                            and (
                                              _l0.school_id is not null
                                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = _l0.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or _l0.appealed_at is null
                                                    and asg.staff_id = (
                                                      select act.organiser_id
                                                      from
                                                        shift sft
                                                        join volunteer_activity act on act.id = sft.activity_id
                                                      where sft.id = _l0.shift_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                              )
                                            )
                                            and (
                                              _l0.status <> 'APPROVED'
                                              or _l0.approver_id = any (
                                                array(
                                                  select stf.person_id
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.role = 'DISTRICT_ADMIN'
                                                    and asg.district_id = any ($2::uuid[])
                                                    and asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                            )
                                          )
                                          or (
                                            _l0.district_id = any ($2::uuid[])
                                            and _l0.approver_id = $6::uuid
                                            and _l0.decided_for_district
                                          )
                                        )
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($8::uuid[])
                                      and _l0.filed_by_id is distinct from $6::uuid
                                      and (
                                        (
                                          select
                                            (
                                              sft.school_id is null
                                              and sft.district_id = any ($2::uuid[])
                                            )
                                          from shift sft
                                          where sft.id = _l0.shift_id
                                        )
                                        or (
                                          _l0.district_id = any ($2::uuid[])
                                          and (
                                            _l0.school_id is not null
                                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                            and not exists (
                                              select 1
                                              from
                                                staff_assignment asg
                                                join staff stf on stf.id = asg.staff_id
                                              where
                                                asg.ended_at is null
                                                and asg.valid_from <= $4::date
                                                and (
                                                  asg.valid_to is null
                                                  or asg.valid_to >= $4::date
                                                )
                                                and asg.school_id = _l0.school_id
                                                and (
                                                  asg.role = 'SCHOOL_ADMIN'
                                                  or _l0.appealed_at is null
                                                  and asg.staff_id = (
                                                    select act.organiser_id
                                                    from
                                                      shift sft
                                                      join volunteer_activity act on act.id = sft.activity_id
                                                    where sft.id = _l0.shift_id
                                                  )
                                                )
                                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                            )
                                          )
                                          and (
                                            _l0.status <> 'APPROVED'
                                            or _l0.approver_id = any (
                                              array(
                                                select stf.person_id
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.role = 'DISTRICT_ADMIN'
                                                  and asg.district_id = any ($2::uuid[])
                                                  and asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                      and (
                                        _l0.appealed_at is null
                                        or (
                                          (
                                            (
                                              _l0.school_id is null
                                              and _l0.district_id = any ($2::uuid[])
                                            )
                                            or (
                                              _l0.district_id = any ($2::uuid[])
                                              and (
                                                _l0.school_id is not null
                                                and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                                and not exists (
                                                  select 1
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                    and asg.school_id = _l0.school_id
                                                    and (
                                                      asg.role = 'SCHOOL_ADMIN'
                                                      or _l0.appealed_at is null
                                                      and asg.staff_id = (
                                                        select act.organiser_id
                                                        from
                                                          shift sft
                                                          join volunteer_activity act on act.id = sft.activity_id
                                                        where sft.id = _l0.shift_id
                                                      )
                                                    )
                                                    and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                                )
                                              )
                                              and (
                                                _l0.status <> 'APPROVED'
                                                or _l0.approver_id = any (
                                                  array(
                                                    select stf.person_id
                                                    from
                                                      staff_assignment asg
                                                      join staff stf on stf.id = asg.staff_id
                                                    where
                                                      asg.role = 'DISTRICT_ADMIN'
                                                      and asg.district_id = any ($2::uuid[])
                                                      and asg.ended_at is null
                                                      and asg.valid_from <= $4::date
                                                      and (
                                                        asg.valid_to is null
                                                        or asg.valid_to >= $4::date
                                                      )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                          and _l0.rejected_by_id is distinct from $6::uuid
                                        )
                                      )
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest(array[$6::uuid]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."approver_id" = _key.id
                          and _l0.district_id = any ($2::uuid[])
                          and _l0.decided_for_district
                          and (
                            _l0."district_id" = any ($2::uuid[])
                            and _l0.school_id is null
                          ) is not true
                          and (
                            _l0."district_id" = any ($2::uuid[])
                            and _l0.status in ('PENDING', 'APPEALED')
                            and (
                              _l0.school_id is not null
                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                              and not exists (
                                select 1
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                                  and asg.school_id = _l0.school_id
                                  and (
                                    asg.role = 'SCHOOL_ADMIN'
                                    or _l0.appealed_at is null
                                    and asg.staff_id = (
                                      select act.organiser_id
                                      from
                                        shift sft
                                        join volunteer_activity act on act.id = sft.activity_id
                                      where sft.id = _l0.shift_id
                                    )
                                  )
                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                              )
                            )
                          ) is not true
                          and (
                            _l0."approver_id" = any (
                              array(
                                select stf.person_id
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.role = 'DISTRICT_ADMIN'
                                  and asg.district_id = any ($2::uuid[])
                                  and asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                              )
                            )
                            and _l0.district_id = any ($2::uuid[])
                            and _l0.status = 'APPROVED'
                            and (
                              _l0.school_id is not null
                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                              and not exists (
                                select 1
                                from
                                  staff_assignment asg
                                  join staff stf on stf.id = asg.staff_id
                                where
                                  asg.ended_at is null
                                  and asg.valid_from <= $4::date
                                  and (
                                    asg.valid_to is null
                                    or asg.valid_to >= $4::date
                                  )
                                  and asg.school_id = _l0.school_id
                                  and (
                                    asg.role = 'SCHOOL_ADMIN'
                                    or _l0.appealed_at is null
                                    and asg.staff_id = (
                                      select act.organiser_id
                                      from
                                        shift sft
                                        join volunteer_activity act on act.id = sft.activity_id
                                      where sft.id = _l0.shift_id
                                    )
                                  )
                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                              )
                            )
                          ) is not true
                          and coalesce(
                            (
                              (
                                _l0.school_id is null
                                and _l0.district_id = any ($2::uuid[])
                              )
                              or (
                                (
                                  _l0.district_id = any ($2::uuid[])
                                  and (
                                    _l0.school_id is not null
                                    and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                    and not exists (
                                      select 1
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                        and asg.school_id = _l0.school_id
                                        and (
                                          asg.role = 'SCHOOL_ADMIN'
                                          or _l0.appealed_at is null
                                          and asg.staff_id = (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          )
                                        )
                                        and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                    )
                                  )
                                  and (
                                    _l0.status <> 'APPROVED'
                                    or _l0.approver_id = any (
                                      array(
                                        select stf.person_id
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.role = 'DISTRICT_ADMIN'
                                          and asg.district_id = any ($2::uuid[])
                                          and asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                      )
                                    )
                                  )
                                )
                                or (
                                  _l0.district_id = any ($2::uuid[])
                                  and _l0.approver_id = $6::uuid
                                  and _l0.decided_for_district
                                )
                              )
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($8::uuid[])
                            and _l0.filed_by_id is distinct from $6::uuid
                            and (
                              (
                                select
                                  (
                                    sft.school_id is null
                                    and sft.district_id = any ($2::uuid[])
                                  )
                                from shift sft
                                where sft.id = _l0.shift_id
                              )
                              or (
                                _l0.district_id = any ($2::uuid[])
                                and (
                                  _l0.school_id is not null
                                  and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                  and not exists (
                                    select 1
                                    from
                                      staff_assignment asg
                                      join staff stf on stf.id = asg.staff_id
                                    where
                                      asg.ended_at is null
                                      and asg.valid_from <= $4::date
                                      and (
                                        asg.valid_to is null
                                        or asg.valid_to >= $4::date
                                      )
                                      and asg.school_id = _l0.school_id
                                      and (
                                        asg.role = 'SCHOOL_ADMIN'
                                        or _l0.appealed_at is null
                                        and asg.staff_id = (
                                          select act.organiser_id
                                          from
                                            shift sft
                                            join volunteer_activity act on act.id = sft.activity_id
                                          where sft.id = _l0.shift_id
                                        )
                                      )
                                      and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                  )
                                )
                                and (
                                  _l0.status <> 'APPROVED'
                                  or _l0.approver_id = any (
                                    array(
                                      select stf.person_id
                                      from
                                        staff_assignment asg
                                        join staff stf on stf.id = asg.staff_id
                                      where
                                        asg.role = 'DISTRICT_ADMIN'
                                        and asg.district_id = any ($2::uuid[])
                                        and asg.ended_at is null
                                        and asg.valid_from <= $4::date
                                        and (
                                          asg.valid_to is null
                                          or asg.valid_to >= $4::date
                                        )
                                    )
                                  )
                                )
                              )
                            )
                            and (
                              _l0.appealed_at is null
                              or (
                                (
                                  (
                                    _l0.school_id is null
                                    and _l0.district_id = any ($2::uuid[])
                                  )
                                  or (
                                    _l0.district_id = any ($2::uuid[])
                                    and (
                                      _l0.school_id is not null
                                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                      and not exists (
                                        select 1
                                        from
                                          staff_assignment asg
                                          join staff stf on stf.id = asg.staff_id
                                        where
                                          asg.ended_at is null
                                          and asg.valid_from <= $4::date
                                          and (
                                            asg.valid_to is null
                                            or asg.valid_to >= $4::date
                                          )
                                          and asg.school_id = _l0.school_id
                                          and (
                                            asg.role = 'SCHOOL_ADMIN'
                                            or _l0.appealed_at is null
                                            and asg.staff_id = (
                                              select act.organiser_id
                                              from
                                                shift sft
                                                join volunteer_activity act on act.id = sft.activity_id
                                              where sft.id = _l0.shift_id
                                            )
                                          )
                                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                      )
                                    )
                                    and (
                                      _l0.status <> 'APPROVED'
                                      or _l0.approver_id = any (
                                        array(
                                          select stf.person_id
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.role = 'DISTRICT_ADMIN'
                                            and asg.district_id = any ($2::uuid[])
                                            and asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                        )
                                      )
                                    )
                                  )
                                )
                                and _l0.rejected_by_id is distinct from $6::uuid
                              )
                            )
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  array[$6::uuid] as ids,
                                  (($7::int + 1) + cardinality(array[$6::uuid]) - 1) / cardinality(array[$6::uuid]) as size
                                where cardinality(array[$6::uuid]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."approver_id" = _key.id
                                    and _l0.district_id = any ($2::uuid[])
                                    and _l0.decided_for_district
                                    and (
                                      _l0."district_id" = any ($2::uuid[])
                                      and _l0.school_id is null
                                    ) is not true
                                    and (
                                      _l0."district_id" = any ($2::uuid[])
                                      and _l0.status in ('PENDING', 'APPEALED')
                                      and (
                                        _l0.school_id is not null
                                        and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                        and not exists (
                                          select 1
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                            and asg.school_id = _l0.school_id
                                            and (
                                              asg.role = 'SCHOOL_ADMIN'
                                              or _l0.appealed_at is null
                                              and asg.staff_id = (
                                                select act.organiser_id
                                                from
                                                  shift sft
                                                  join volunteer_activity act on act.id = sft.activity_id
                                                where sft.id = _l0.shift_id
                                              )
                                            )
                                            and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                        )
                                      )
                                    ) is not true
                                    and (
                                      _l0."approver_id" = any (
                                        array(
                                          select stf.person_id
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.role = 'DISTRICT_ADMIN'
                                            and asg.district_id = any ($2::uuid[])
                                            and asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                        )
                                      )
                                      and _l0.district_id = any ($2::uuid[])
                                      and _l0.status = 'APPROVED'
                                      and (
                                        _l0.school_id is not null
                                        and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                        and not exists (
                                          select 1
                                          from
                                            staff_assignment asg
                                            join staff stf on stf.id = asg.staff_id
                                          where
                                            asg.ended_at is null
                                            and asg.valid_from <= $4::date
                                            and (
                                              asg.valid_to is null
                                              or asg.valid_to >= $4::date
                                            )
                                            and asg.school_id = _l0.school_id
                                            and (
                                              asg.role = 'SCHOOL_ADMIN'
                                              or _l0.appealed_at is null
                                              and asg.staff_id = (
                                                select act.organiser_id
                                                from
                                                  shift sft
                                                  join volunteer_activity act on act.id = sft.activity_id
                                                where sft.id = _l0.shift_id
                                              )
                                            )
                                            and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                        )
                                      )
                                    ) is not true
                                    and coalesce(
                                      (
                                        (
                                          _l0.school_id is null
                                          and _l0.district_id = any ($2::uuid[])
                                        )
                                        or (
                                          (
                                            _l0.district_id = any ($2::uuid[])
                                            and (
                                              _l0.school_id is not null
                                              and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                              and not exists (
                                                select 1
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                                  and asg.school_id = _l0.school_id
                                                  and (
                                                    asg.role = 'SCHOOL_ADMIN'
                                                    or _l0.appealed_at is null
                                                    and asg.staff_id = (
                                                      select act.organiser_id
                                                      from
                                                        shift sft
                                                        join volunteer_activity act on act.id = sft.activity_id
                                                      where sft.id = _l0.shift_id
                                                    )
                                                  )
                                                  and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                              )
                                            )
                                            and (
                                              _l0.status <> 'APPROVED'
                                              or _l0.approver_id = any (
                                                array(
                                                  select stf.person_id
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.role = 'DISTRICT_ADMIN'
                                                    and asg.district_id = any ($2::uuid[])
                                                    and asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                )
                                              )
                                            )
                                          )
                                          or (
                                            _l0.district_id = any ($2::uuid[])
                                            and _l0.approver_id = $6::uuid
                                            and _l0.decided_for_district
                                          )
                                        )
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($8::uuid[])
                                      and _l0.filed_by_id is distinct from $6::uuid
                                      and (
                                        (
                                          select
                                            (
                                              sft.school_id is null
                                              and sft.district_id = any ($2::uuid[])
                                            )
                                          from shift sft
                                          where sft.id = _l0.shift_id
                                        )
                                        or (
                                          _l0.district_id = any ($2::uuid[])
                                          and (
                                            _l0.school_id is not null
                                            and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                            and not exists (
                                              select 1
                                              from
                                                staff_assignment asg
                                                join staff stf on stf.id = asg.staff_id
                                              where
                                                asg.ended_at is null
                                                and asg.valid_from <= $4::date
                                                and (
                                                  asg.valid_to is null
                                                  or asg.valid_to >= $4::date
                                                )
                                                and asg.school_id = _l0.school_id
                                                and (
                                                  asg.role = 'SCHOOL_ADMIN'
                                                  or _l0.appealed_at is null
                                                  and asg.staff_id = (
                                                    select act.organiser_id
                                                    from
                                                      shift sft
                                                      join volunteer_activity act on act.id = sft.activity_id
                                                    where sft.id = _l0.shift_id
                                                  )
                                                )
                                                and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                            )
                                          )
                                          and (
                                            _l0.status <> 'APPROVED'
                                            or _l0.approver_id = any (
                                              array(
                                                select stf.person_id
                                                from
                                                  staff_assignment asg
                                                  join staff stf on stf.id = asg.staff_id
                                                where
                                                  asg.role = 'DISTRICT_ADMIN'
                                                  and asg.district_id = any ($2::uuid[])
                                                  and asg.ended_at is null
                                                  and asg.valid_from <= $4::date
                                                  and (
                                                    asg.valid_to is null
                                                    or asg.valid_to >= $4::date
                                                  )
                                              )
                                            )
                                          )
                                        )
                                      )
                                      and (
                                        _l0.appealed_at is null
                                        or (
                                          (
                                            (
                                              _l0.school_id is null
                                              and _l0.district_id = any ($2::uuid[])
                                            )
                                            or (
                                              _l0.district_id = any ($2::uuid[])
                                              and (
                                                _l0.school_id is not null
                                                and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                                                and not exists (
                                                  select 1
                                                  from
                                                    staff_assignment asg
                                                    join staff stf on stf.id = asg.staff_id
                                                  where
                                                    asg.ended_at is null
                                                    and asg.valid_from <= $4::date
                                                    and (
                                                      asg.valid_to is null
                                                      or asg.valid_to >= $4::date
                                                    )
                                                    and asg.school_id = _l0.school_id
                                                    and (
                                                      asg.role = 'SCHOOL_ADMIN'
                                                      or _l0.appealed_at is null
                                                      and asg.staff_id = (
                                                        select act.organiser_id
                                                        from
                                                          shift sft
                                                          join volunteer_activity act on act.id = sft.activity_id
                                                        where sft.id = _l0.shift_id
                                                      )
                                                    )
                                                    and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                                                )
                                              )
                                              and (
                                                _l0.status <> 'APPROVED'
                                                or _l0.approver_id = any (
                                                  array(
                                                    select stf.person_id
                                                    from
                                                      staff_assignment asg
                                                      join staff stf on stf.id = asg.staff_id
                                                    where
                                                      asg.role = 'DISTRICT_ADMIN'
                                                      and asg.district_id = any ($2::uuid[])
                                                      and asg.ended_at is null
                                                      and asg.valid_from <= $4::date
                                                      and (
                                                        asg.valid_to is null
                                                        or asg.valid_to >= $4::date
                                                      )
                                                  )
                                                )
                                              )
                                            )
                                          )
                                          and _l0.rejected_by_id is distinct from $6::uuid
                                        )
                                      )
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($7::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($7::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" desc,
                _l0."id" desc
              limit ($7::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from service_record _l0
      where
        (
          (
            _l0.district_id = any ($2::uuid[])
            or (
              (
                _l0.school_id is null
                and _l0.district_id = any ($2::uuid[])
              )
              or (
                (
                  _l0.district_id = any ($2::uuid[])
                  and (
                    _l0.school_id is not null
                    and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                    and not exists (
                      select 1
                      from
                        staff_assignment asg
                        join staff stf on stf.id = asg.staff_id
                      where
                        asg.ended_at is null
                        and asg.valid_from <= $4::date
                        and (
                          asg.valid_to is null
                          or asg.valid_to >= $4::date
                        )
                        and asg.school_id = _l0.school_id
                        and (
                          asg.role = 'SCHOOL_ADMIN'
                          or _l0.appealed_at is null
                          and asg.staff_id = (
                            select act.organiser_id
                            from
                              shift sft
                              join volunteer_activity act on act.id = sft.activity_id
                            where sft.id = _l0.shift_id
                          )
                        )
                        and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                    )
                  )
                  and (
                    _l0.status <> 'APPROVED'
                    or _l0.approver_id = any (
                      array(
                        select stf.person_id
                        from
                          staff_assignment asg
                          join staff stf on stf.id = asg.staff_id
                        where
                          asg.role = 'DISTRICT_ADMIN'
                          and asg.district_id = any ($2::uuid[])
                          and asg.ended_at is null
                          and asg.valid_from <= $4::date
                          and (
                            asg.valid_to is null
                            or asg.valid_to >= $4::date
                          )
                      )
                    )
                  )
                )
                or (
                  _l0.district_id = any ($2::uuid[])
                  and _l0.approver_id = $6::uuid
                  and _l0.decided_for_district
                )
              )
            )
          )
          and (
            _l0.status in ('PENDING', 'APPEALED')
            and _l0.person_id <> all ($8::uuid[])
            and _l0.filed_by_id is distinct from $6::uuid
            and (
              (
                select
                  (
                    sft.school_id is null
                    and sft.district_id = any ($2::uuid[])
                  )
                from shift sft
                where sft.id = _l0.shift_id
              )
              or (
                _l0.district_id = any ($2::uuid[])
                and (
                  _l0.school_id is not null
                  and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                  and not exists (
                    select 1
                    from
                      staff_assignment asg
                      join staff stf on stf.id = asg.staff_id
                    where
                      asg.ended_at is null
                      and asg.valid_from <= $4::date
                      and (
                        asg.valid_to is null
                        or asg.valid_to >= $4::date
                      )
                      and asg.school_id = _l0.school_id
                      and (
                        asg.role = 'SCHOOL_ADMIN'
                        or _l0.appealed_at is null
                        and asg.staff_id = (
                          select act.organiser_id
                          from
                            shift sft
                            join volunteer_activity act on act.id = sft.activity_id
                          where sft.id = _l0.shift_id
                        )
                      )
                      and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                  )
                )
                and (
                  _l0.status <> 'APPROVED'
                  or _l0.approver_id = any (
                    array(
                      select stf.person_id
                      from
                        staff_assignment asg
                        join staff stf on stf.id = asg.staff_id
                      where
                        asg.role = 'DISTRICT_ADMIN'
                        and asg.district_id = any ($2::uuid[])
                        and asg.ended_at is null
                        and asg.valid_from <= $4::date
                        and (
                          asg.valid_to is null
                          or asg.valid_to >= $4::date
                        )
                    )
                  )
                )
              )
            )
            and (
              _l0.appealed_at is null
              or (
                (
                  (
                    _l0.school_id is null
                    and _l0.district_id = any ($2::uuid[])
                  )
                  or (
                    _l0.district_id = any ($2::uuid[])
                    and (
                      _l0.school_id is not null
                      and _l0.status in ('PENDING', 'APPEALED', 'APPROVED')
                      and not exists (
                        select 1
                        from
                          staff_assignment asg
                          join staff stf on stf.id = asg.staff_id
                        where
                          asg.ended_at is null
                          and asg.valid_from <= $4::date
                          and (
                            asg.valid_to is null
                            or asg.valid_to >= $4::date
                          )
                          and asg.school_id = _l0.school_id
                          and (
                            asg.role = 'SCHOOL_ADMIN'
                            or _l0.appealed_at is null
                            and asg.staff_id = (
                              select act.organiser_id
                              from
                                shift sft
                                join volunteer_activity act on act.id = sft.activity_id
                              where sft.id = _l0.shift_id
                            )
                          )
                          and stf.person_id <> all (array_remove(array[_l0.person_id, _l0.filed_by_id, _l0.rejected_by_id], null))
                      )
                    )
                    and (
                      _l0.status <> 'APPROVED'
                      or _l0.approver_id = any (
                        array(
                          select stf.person_id
                          from
                            staff_assignment asg
                            join staff stf on stf.id = asg.staff_id
                          where
                            asg.role = 'DISTRICT_ADMIN'
                            and asg.district_id = any ($2::uuid[])
                            and asg.ended_at is null
                            and asg.valid_from <= $4::date
                            and (
                              asg.valid_to is null
                              or asg.valid_to >= $4::date
                            )
                        )
                      )
                    )
                  )
                )
                and _l0.rejected_by_id is distinct from $6::uuid
              )
            )
          )
          and true
        )
    ) || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Query.serviceRecordsToDecide
-- _r0: ServiceRecord.guardian
-- _r1: ServiceRecord.shift
-- _r2: Shift.activity
-- _r3: ServiceRecord.signup
-- _r4: Signup.attendance
select
  case
    when $1::uuid is null
    or $1::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || coalesce(
              (
                select
                  '["' || _r0."id"::text || '",' || right(
                    json_build_array(
                      (
                        select json_build_array(p.name, p.phone, p.phone_verified_at)
                        from person p
                        where p.id = _r0.person_id
                      ),
                      (
                        select coalesce(json_agg(pupil.id), '[]')
                        from
                          (
                            select stu.id
                            from
                              guardianship tie
                              join student stu on stu.id = tie.student_id
                            where
                              tie.guardian_id = _r0.id
                              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                              and (
                                stu.school_id = any ($2::uuid[])
                                or exists (
                                  select 1
                                  from class_membership m
                                  where
                                    m.student_id = stu.id
                                    and m.school_class_id = any ($3::uuid[])
                                    and m.status = 'ACTIVE'
                                )
                              )
                          ) pupil (id)
                      )
                    )::text,
                    -1
                  )
                from guardian _r0
                where
                  (
                    _r0.id = _l0."guardian_id"
                    and (
                      _r0.id = $4::uuid
                      or _r0.id = any (
                        array(
                          select tie.guardian_id
                          from
                            household_student hst
                            join household_guardian hgd on hgd.household_id = hst.household_id
                            join guardianship tie on tie.guardian_id = hgd.guardian_id
                            and tie.student_id = hst.student_id
                          where
                            hst.household_id = any ($5::uuid[])
                            and hst.student_id = any ($6::uuid[])
                            and tie.status = 'ACTIVE'
                            and tie.valid_from <= $7::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $7::date
                            )
                        )
                      )
                      or exists (
                        select 1
                        from
                          guardianship g
                          join class_membership m on m.student_id = g.student_id
                        where
                          g.guardian_id = _r0.id
                          and g.status in ('ACTIVE', 'PENDING')
                          and m.school_class_id = any ($3::uuid[])
                          and m.status = 'ACTIVE'
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r2."id"::text || '",' || right(json_build_array(_r2."title")::text, -1)
                      from volunteer_activity _r2
                      where
                        (
                          _r2.id = _r1."activity_id"
                          and (
                            (
                              _r2.published_at is not null
                              and (
                                _r2.school_id = any ($8::uuid[])
                                or (
                                  _r2.school_id is null
                                  and _r2.district_id = any ($9::uuid[])
                                )
                              )
                            )
                            or (
                              _r2.school_id = any ($10::uuid[])
                              and (
                                _r2.published_at is not null
                                or _r2.organiser_id = $11::uuid
                              )
                            )
                          )
                        )
                    ),
                    'null'
                  ) || ',' || (
                    '"' || _r1."id"::text || '","' || _r1."starts_at"::text || '","' || _r1."ends_at"::text || '",' || right(json_build_array(_r1."place")::text, -1)
                  )
                from shift _r1
                where
                  (
                    _r1.id = _l0."shift_id"
                    and (
                      (
                        _r1.published_at is not null
                        and (
                          _r1.school_id = any ($8::uuid[])
                          or (
                            _r1.school_id is null
                            and _r1.district_id = any ($9::uuid[])
                          )
                        )
                      )
                      or (
                        _r1.school_id = any ($10::uuid[])
                        and (
                          _r1.published_at is not null
                          or (
                            select act.organiser_id = $11::uuid
                            from volunteer_activity act
                            where act.id = _r1.activity_id
                          )
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || coalesce(
              (
                select
                  '[' || coalesce(
                    (
                      select '["' || _r4."id"::text || '",' || coalesce('"' || _r4."checked_in_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_in_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."checked_out_by"::text || '"', 'null') || ',' || coalesce('"' || _r4."no_show_at"::text || '"', 'null') || ',' || coalesce('"' || _r4."excused_at"::text || '"', 'null') || ']'
                      from attendance _r4
                      where
                        (
                          _r4."signup_id" = _r3.id
                          and (
                            _r3.guardian_id = $4::uuid
                            or (
                              select
                                (
                                  sft.school_id = any ($10::uuid[])
                                  and (
                                    select act.organiser_id = $11::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _r4.shift_id
                            )
                          )
                        )
                      limit 1
                    ),
                    'null'
                  ) || ',' || ('"' || _r3."id"::text || '"]')
                from signup _r3
                where
                  (
                    _r3.id = _l0."signup_id"
                    and (
                      (
                        _r3.guardian_id = $4::uuid
                        and (
                          _r3.status in ('CANCELLED', 'REJECTED')
                          or exists (
                            select 1
                            from engagement res
                            where
                              res.source_id = _r3.id
                              and res.kind = 'SHIFT_SIGNUP'
                              and res.status = 'ACTIVE'
                              and (
                                res.rests_on is null
                                or res.rests_on && $12::text[]
                              )
                          )
                          or (
                            select sft.starts_at <= $13::timestamptz
                            from shift sft
                            where sft.id = _r3.shift_id
                          )
                        )
                      )
                      or (
                        (
                          select
                            (
                              sft.school_id = any ($10::uuid[])
                              and (
                                select act.organiser_id = $11::uuid
                                from volunteer_activity act
                                where act.id = sft.activity_id
                              )
                            )
                          from shift sft
                          where sft.id = _r3.shift_id
                        )
                        and (
                          _r3.status not in ('PENDING', 'CONFIRMED')
                          or (
                            (
                              select sft.starts_at <= $13::timestamptz
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                            or exists (
                              select 1
                              from engagement res
                              where
                                res.source_id = _r3.id
                                and res.kind = 'SHIFT_SIGNUP'
                                and res.status = 'ACTIVE'
                                and (
                                  res.rests_on is null
                                  or res.rests_on && array(
                                    select distinct
                                      aky.key
                                    from
                                      guardianship gsh
                                      join class_membership cms on cms.student_id = gsh.student_id
                                      and cms.status = 'ACTIVE'
                                      join school_class cls on cls.id = cms.school_class_id
                                      join grade grd on grd.id = cls.grade_id
                                      join school sch on sch.id = cls.school_id
                                      join school_year scy on scy.id = cls.school_year_id
                                      and $7::date between scy.starts_on and scy.ends_on
                                      cross join lateral unnest(
                                        array[
                                          'class:' || cls.id,
                                          'school:' || sch.id,
                                          'school:' || sch.id || ':grade:' || grd.id,
                                          'school:' || sch.id || ':stage:' || grd.stage,
                                          'district:' || sch.district_id,
                                          'district:' || sch.district_id || ':grade:' || grd.id,
                                          'district:' || sch.district_id || ':stage:' || grd.stage
                                        ]
                                      ) as aky (key)
                                    where
                                      gsh.guardian_id = _r3.guardian_id
                                      and gsh.status = 'ACTIVE'
                                      and gsh.data_access
                                      and gsh.valid_from <= $7::date
                                      and (
                                        gsh.valid_to is null
                                        or gsh.valid_to >= $7::date
                                      )
                                  )
                                )
                            )
                            or (
                              select
                                exists (
                                  select 1
                                  from
                                    guardianship tie
                                    join student stu on stu.id = tie.student_id
                                    and stu.left_on is null
                                    join school sch on sch.id = stu.school_id
                                  where
                                    tie.guardian_id = _r3.guardian_id
                                    and tie.status = 'ACTIVE'
                                    and tie.data_access
                                    and tie.valid_from <= $7::date
                                    and (
                                      tie.valid_to is null
                                      or tie.valid_to >= $7::date
                                    )
                                    and (
                                      sch.id = sft.school_id
                                      or sft.school_id is null
                                      and sch.district_id = sft.district_id
                                    )
                                    and not exists (
                                      select 1
                                      from
                                        class_membership cms
                                        join school_year scy on scy.id = cms.school_year_id
                                      where
                                        cms.student_id = stu.id
                                        and cms.status = 'ACTIVE'
                                        and $7::date between scy.starts_on and scy.ends_on
                                    )
                                )
                              from shift sft
                              where sft.id = _r3.shift_id
                            )
                          )
                          or exists (
                            select 1
                            from attendance att
                            where
                              att.signup_id = _r3.id
                              and att.checked_in_at is not null
                          )
                        )
                      )
                    )
                  )
              ),
              'null'
            ) || ',' || (
              '"' || _l0."id"::text || '","' || _l0."starts_at"::text || '","' || _l0."ends_at"::text || '",' || _l0."minutes"::text || ',"' || _l0."source"::text || '","' || _l0."status"::text || '",' || coalesce('"' || _l0."appealed_at"::text || '"', 'null') || ',' || right(
                json_build_array(
                  _l0."description",
                  _l0."decision_reason",
                  _l0."appeal",
                  (
                    coalesce(
                      (
                        select true
                        from
                          certified_record cre
                          join service_certificate sce on sce.id = cre.certificate_id
                        where
                          cre.record_id = _l0.id
                          and sce.revoked_at is null
                        limit 1
                      ),
                      false
                    )
                  ),
                  (_l0.person_id is not distinct from $14::uuid),
                  (
                    _l0.filed_by_id is not distinct from $14::uuid
                    and _l0.filed_by_id is not null
                  ),
                  (
                    coalesce(
                      (
                        select
                          (
                            sft.school_id = any ($10::uuid[])
                            and (
                              select act.organiser_id = $11::uuid
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          )
                        from shift sft
                        where sft.id = _l0.shift_id
                      ),
                      false
                    )
                  ),
                  (coalesce(false, false)),
                  (_l0.appealed_at is not null),
                  (_l0.rejected_by_id is not distinct from $14::uuid),
                  (_l0.status in ('PENDING', 'APPEALED')),
                  (
                    select per.name
                    from person per
                    where per.id = _l0.person_id
                  )
                )::text,
                -1
              )
            ),
            ','
          ) filter (
            where _l0._n <= $15::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $15::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from
                (
                  select _found.*
                  from
                    (
                      select distinct
                        unnest(array[$4::uuid]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."guardian_id" = _key.id
                          and coalesce(
                            (
                              _l0.guardian_id = $4::uuid
                              or (
                                _l0.school_id = any ($10::uuid[])
                                and (
                                  select act.organiser_id
                                  from
                                    shift sft
                                    join volunteer_activity act on act.id = sft.activity_id
                                  where sft.id = _l0.shift_id
                                ) = $11::uuid
                              )
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($16::uuid[])
                            and _l0.filed_by_id is distinct from $14::uuid
                            and (
                              select
                                (
                                  sft.school_id = any ($10::uuid[])
                                  and (
                                    select act.organiser_id = $11::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and _l0.appealed_at is null
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  array[$4::uuid] as ids,
                                  (($15::int + 1) + cardinality(array[$4::uuid]) - 1) / cardinality(array[$4::uuid]) as size
                                where cardinality(array[$4::uuid]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."guardian_id" = _key.id
                                    and coalesce(
                                      (
                                        _l0.guardian_id = $4::uuid
                                        or (
                                          _l0.school_id = any ($10::uuid[])
                                          and (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          ) = $11::uuid
                                        )
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($16::uuid[])
                                      and _l0.filed_by_id is distinct from $14::uuid
                                      and (
                                        select
                                          (
                                            sft.school_id = any ($10::uuid[])
                                            and (
                                              select act.organiser_id = $11::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _l0.shift_id
                                      )
                                      and _l0.appealed_at is null
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($15::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($15::int + 1)
                    ) _found
                  union all
                  select _found.*
                  from
                    (
                      select distinct
                        unnest($10::uuid[]) as id
                    ) _key
                    cross join lateral (
                      select _l0.*
                      from service_record _l0
                      where
                        (
                          _l0."school_id" = _key.id
                          and _l0."guardian_id" = any (array[$4::uuid]) is not true
                          and coalesce(
                            (
                              _l0.guardian_id = $4::uuid
                              or (
                                _l0.school_id = any ($10::uuid[])
                                and (
                                  select act.organiser_id
                                  from
                                    shift sft
                                    join volunteer_activity act on act.id = sft.activity_id
                                  where sft.id = _l0.shift_id
                                ) = $11::uuid
                              )
                            ),
                            false
                          )
                          and (
                            _l0.status in ('PENDING', 'APPEALED')
                            and _l0.person_id <> all ($16::uuid[])
                            and _l0.filed_by_id is distinct from $14::uuid
                            and (
                              select
                                (
                                  sft.school_id = any ($10::uuid[])
                                  and (
                                    select act.organiser_id = $11::uuid
                                    from volunteer_activity act
                                    where act.id = sft.activity_id
                                  )
                                )
                              from shift sft
                              where sft.id = _l0.shift_id
                            )
                            and _l0.appealed_at is null
                          )
                          and true
                        )
                        and _l0."starts_at" >= coalesce(
                          (
                            select _first.value
                            from
                              (
                                select
                                  $10::uuid[] as ids,
                                  (($15::int + 1) + cardinality($10::uuid[]) - 1) / cardinality($10::uuid[]) as size
                                where cardinality($10::uuid[]) >= 3
                              ) _share
                              cross join lateral (
                                select distinct
                                  unnest(_share.ids) as id
                              ) _key
                              cross join lateral (
                                select _l0."starts_at" as value
                                from service_record _l0
                                where
                                  (
                                    _l0."school_id" = _key.id
                                    and _l0."guardian_id" = any (array[$4::uuid]) is not true
                                    and coalesce(
                                      (
                                        _l0.guardian_id = $4::uuid
                                        or (
                                          _l0.school_id = any ($10::uuid[])
                                          and (
                                            select act.organiser_id
                                            from
                                              shift sft
                                              join volunteer_activity act on act.id = sft.activity_id
                                            where sft.id = _l0.shift_id
                                          ) = $11::uuid
                                        )
                                      ),
                                      false
                                    )
                                    and (
                                      _l0.status in ('PENDING', 'APPEALED')
                                      and _l0.person_id <> all ($16::uuid[])
                                      and _l0.filed_by_id is distinct from $14::uuid
                                      and (
                                        select
                                          (
                                            sft.school_id = any ($10::uuid[])
                                            and (
                                              select act.organiser_id = $11::uuid
                                              from volunteer_activity act
                                              where act.id = sft.activity_id
                                            )
                                          )
                                        from shift sft
                                        where sft.id = _l0.shift_id
                                      )
                                      and _l0.appealed_at is null
                                    )
                                    and true
                                  )
                                order by
                                  _l0."starts_at" desc,
                                  _l0."id" desc
                                limit _share.size
                              ) _first
                            order by _first.value desc
                            offset
                              ($15::int + 1) - 1
                            limit 1
                          ),
                          '-infinity'
                        )
                      order by
                        _l0."starts_at" desc,
                        _l0."id" desc
                      limit ($15::int + 1)
                    ) _found
                ) _l0
              order by
                _l0."starts_at" desc,
                _l0."id" desc
              limit ($15::int + 1)
            ) _l0
        ) _l0
    ) || ',' || (
      select count(*)::text
      from service_record _l0
      where
        (
          (
            _l0."guardian_id" = any (array[$4::uuid])
            or _l0."school_id" = any ($10::uuid[])
          )
          and (
            _l0.guardian_id = $4::uuid
            or (
              _l0.school_id = any ($10::uuid[])
              and (
                select act.organiser_id
                from
                  shift sft
                  join volunteer_activity act on act.id = sft.activity_id
                where sft.id = _l0.shift_id
              ) = $11::uuid
            )
          )
          and (
            _l0.status in ('PENDING', 'APPEALED')
            and _l0.person_id <> all ($16::uuid[])
            and _l0.filed_by_id is distinct from $14::uuid
            and (
              select
                (
                  sft.school_id = any ($10::uuid[])
                  and (
                    select act.organiser_id = $11::uuid
                    from volunteer_activity act
                    where act.id = sft.activity_id
                  )
                )
              from shift sft
              where sft.id = _l0.shift_id
            )
            and _l0.appealed_at is null
          )
          and true
        )
    ) || ']' || ']'
  end;
