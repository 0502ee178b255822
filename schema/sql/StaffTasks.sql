-- StaffTasks, asked as school-admin: answered by statement

-- Shift
select _row."id" as v0
from shift _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or (
            select act.organiser_id = $3::uuid
            from volunteer_activity act
            where act.id = _row.activity_id
          )
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- the whole query, for staff; teacher + staff (as teacher); school + staff + auditsSchool (as school-admin); district + auditsDistrict (as district-admin); staff + auditsSchool
-- _l0: Viewer.tasks
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($12::uuid[] || $13::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($14::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($13::uuid[])
                    and (
                      select act.organiser_id = $15::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($12::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($14::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
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
                              and $16::date between scy.starts_on and scy.ends_on
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
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $16::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $16::date
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
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $16::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $16::date
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
                                and $16::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $17::uuid is null
    or $17::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix", _l0."urgent_by"::text, _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $18::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $18::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from _task _l0
              where
                (
                  _l0."person_id" = $19::uuid
                  and _l0.person_id = $1::uuid
                  and true
                )
              order by
                _l0."urgent_by" asc,
                _l0."created_at" asc,
                _l0."id" asc
              limit ($18::int + 1)
            ) _l0
        ) _l0
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $20::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ']' || ']'
  end;

-- the whole query, for auditsDistrict (as privacy-officer); signed in (as lecturer)
-- _l0: Viewer.tasks
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
      ) tsk
  )
select
  case
    when $9::uuid is null
    or $9::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix", _l0."urgent_by"::text, _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $10::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $10::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from _task _l0
              where
                (
                  _l0."person_id" = $11::uuid
                  and _l0.person_id = $1::uuid
                  and true
                )
              order by
                _l0."urgent_by" asc,
                _l0."created_at" asc,
                _l0."id" asc
              limit ($10::int + 1)
            ) _l0
        ) _l0
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $12::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ']' || ']'
  end;

-- the whole query, for guardian + teacher + staff (as teacher-parent)
-- _l0: Viewer.tasks
with
  _task as materialized (
    select
      tsk.*,
      $1::uuid as person_id,
      coalesce(tsk.due_at, timestamptz '9999-12-31') as urgent_by
    from
      (
        select
          ntc.id,
          ntc.created_at,
          ntc.kind,
          ntc.about_prefix,
          ntc.about_id,
          case ntc.kind
            when $2::text then (
              select rqs.expires_at
              from role_request rqs
              where rqs.id = ntc.about_id
            )
            when $3::text then (
              select ajn.expires_at
              from account_join ajn
              where ajn.id = ntc.about_id
            )
            when $4::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $5::text then (
              select sft.starts_at
              from
                signup sgn
                join shift sft on sft.id = sgn.shift_id
              where sgn.id = ntc.about_id
            )
            when $6::text then (
              select sti.expires_at
              from stand_in sti
              where sti.id = ntc.about_id
            )
          end as due_at
        from notice ntc
        where
          (
            ntc.waiting
            and ntc.person_id = $1::uuid
            and (
              (
                ntc.rests_on is null
                or ntc.rests_on && $7::text[]
              )
              and (
                ntc.shown_until is null
                or ntc.shown_until > $8::timestamptz
              )
            )
          )
        union all
        select
          md5($9::text || own.id)::uuid,
          own.since,
          $10::text,
          $11::text,
          own.id,
          own.due
        from
          (
            select
              wle.id,
              wle.offered_at as since,
              wle.offer_expires_at as due
            from waitlist_entry wle
            where
              (
                wle.guardian_id = $12::uuid
                and wle.status = 'OFFERED'
                and wle.offer_expires_at > $8::timestamptz
                and (
                  wle.guardian_id = $12::uuid
                  and (
                    (
                      select
                        (
                          select
                            exists (
                              select 1
                              from audience_target t
                              where
                                t.audience_id = act.audience_id
                                and t.key = any ($13::text[])
                            )
                          from volunteer_activity act
                          where act.id = sft.activity_id
                        )
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                    or (
                      wle.status not in ('WAITING', 'OFFERED')
                      and (
                        select
                          (
                            sft.school_id = any ($14::uuid[])
                            or (
                              sft.school_id is null
                              and sft.district_id = any ($15::uuid[])
                            )
                          )
                        from shift sft
                        where sft.id = wle.shift_id
                      )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = wle.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($16::text || own.id)::uuid,
          own.since,
          $17::text,
          $18::text,
          own.id,
          own.due
        from
          (
            select
              sgn.id,
              coalesce(
                (
                  select max(ntc.created_at)
                  from notice ntc
                  where
                    ntc.person_id = sgn.person_id
                    and ntc.about_id = sgn.shift_id
                    and ntc.kind = 'volunteering.shift-moved'
                    and ntc.rests_on is distinct from '{}'
                ),
                sgn.signed_up_at
              ) as since,
              sgn.reconfirm_until as due
            from signup sgn
            where
              (
                sgn.guardian_id = $12::uuid
                and sgn.reconfirm_until > $8::timestamptz
                and sgn.status in ('PENDING', 'CONFIRMED')
                and (
                  sgn.guardian_id = $12::uuid
                  and (
                    sgn.status in ('CANCELLED', 'REJECTED')
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
                        and res.kind = 'SHIFT_SIGNUP'
                        and res.status = 'ACTIVE'
                        and (
                          res.rests_on is null
                          or res.rests_on && $13::text[]
                        )
                    )
                    or (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($19::text || own.id)::uuid,
          own.since,
          $20::text,
          $21::text,
          own.id,
          own.due
        from
          (
            select
              sti.id,
              sti.offered_at as since,
              sti.expires_at as due
            from stand_in sti
            where
              (
                sti.to_id = $12::uuid
                and sti.status = 'OFFERED'
                and sti.expires_at > $8::timestamptz
                and (
                  (
                    sti.to_id = $12::uuid
                    and (
                      (
                        select
                          (
                            select
                              exists (
                                select 1
                                from audience_target t
                                where
                                  t.audience_id = act.audience_id
                                  and t.key = any ($13::text[])
                              )
                            from volunteer_activity act
                            where act.id = sft.activity_id
                          )
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                      or (
                        sti.status not in ('OFFERED', 'PENDING')
                        and (
                          select
                            (
                              sft.school_id = any ($14::uuid[])
                              or (
                                sft.school_id is null
                                and sft.district_id = any ($15::uuid[])
                              )
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                      or (
                        select sft.starts_at <= $8::timestamptz
                        from shift sft
                        where sft.id = sti.shift_id
                      )
                    )
                  )
                  or (
                    (
                      select sgn.guardian_id = $12::uuid
                      from signup sgn
                      where sgn.id = sti.signup_id
                    )
                    and (
                      exists (
                        select 1
                        from engagement res
                        where
                          res.source_id = sti.signup_id
                          and res.kind = 'SHIFT_SIGNUP'
                          and res.status = 'ACTIVE'
                          and (
                            res.rests_on is null
                            or res.rests_on && $13::text[]
                          )
                      )
                      or (
                        (
                          select
                            (
                              select
                                exists (
                                  select 1
                                  from audience_target t
                                  where
                                    t.audience_id = act.audience_id
                                    and t.key = any ($13::text[])
                                )
                              from volunteer_activity act
                              where act.id = sft.activity_id
                            )
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                        or (
                          sti.status not in ('OFFERED', 'PENDING')
                          and (
                            select
                              (
                                sft.school_id = any ($14::uuid[])
                                or (
                                  sft.school_id is null
                                  and sft.district_id = any ($15::uuid[])
                                )
                              )
                            from shift sft
                            where sft.id = sti.shift_id
                          )
                        )
                        or (
                          select sft.starts_at <= $8::timestamptz
                          from shift sft
                          where sft.id = sti.shift_id
                        )
                      )
                    )
                  )
                )
              )
          ) own
        union all
        select
          md5($22::text || own.id)::uuid,
          own.since,
          $23::text,
          $24::text,
          own.id,
          own.due
        from
          (
            select
              sft.id,
              min(sgn.signed_up_at) as since,
              sft.starts_at as due
            from
              (
                select coming.*
                from shift coming
                where
                  coming.school_id = any ($25::uuid[] || $26::uuid[])
                  and coming.starts_at > $8::timestamptz
                union all
                select coming.*
                from shift coming
                where
                  coming.school_id is null
                  and coming.district_id = any ($27::uuid[])
                  and coming.starts_at > $8::timestamptz
              ) sft
              join signup sgn on sgn.shift_id = sft.id
              and sgn.status = 'PENDING'
            where
              (
                sft.status = 'SCHEDULED'
                and sgn.person_id is distinct from $1::uuid
                and (
                  (
                    sft.school_id = any ($26::uuid[])
                    and (
                      select act.organiser_id = $28::uuid
                      from volunteer_activity act
                      where act.id = sft.activity_id
                    )
                  )
                  or sft.school_id = any ($25::uuid[])
                  or (
                    sft.school_id is null
                    and sft.district_id = any ($27::uuid[])
                  )
                )
                and (
                  sgn.status not in ('PENDING', 'CONFIRMED')
                  or (
                    (
                      select sft.starts_at <= $8::timestamptz
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                    or exists (
                      select 1
                      from engagement res
                      where
                        res.source_id = sgn.id
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
                              and $29::date between scy.starts_on and scy.ends_on
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
                              gsh.guardian_id = sgn.guardian_id
                              and gsh.status = 'ACTIVE'
                              and gsh.data_access
                              and gsh.valid_from <= $29::date
                              and (
                                gsh.valid_to is null
                                or gsh.valid_to >= $29::date
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
                            tie.guardian_id = sgn.guardian_id
                            and tie.status = 'ACTIVE'
                            and tie.data_access
                            and tie.valid_from <= $29::date
                            and (
                              tie.valid_to is null
                              or tie.valid_to >= $29::date
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
                                and $29::date between scy.starts_on and scy.ends_on
                            )
                        )
                      from shift sft
                      where sft.id = sgn.shift_id
                    )
                  )
                  or exists (
                    select 1
                    from attendance att
                    where
                      att.signup_id = sgn.id
                      and att.checked_in_at is not null
                  )
                )
              )
            group by
              sft.id,
              sft.starts_at
          ) own
      ) tsk
  )
select
  case
    when $30::uuid is null
    or $30::uuid = (
      select version
      from rights_version
    ) then '[' || '[' || '[' || (
      select
        '[' || coalesce(
          '[' || string_agg(
            '[' || 'null' || ',' || (
              '"' || _l0."id"::text || '",' || coalesce('"' || _l0."due_at"::text || '"', 'null') || ',"' || _l0."about_id"::text || '",' || right(json_build_array(_l0."kind", _l0."about_prefix", _l0."urgent_by"::text, _l0."created_at"::text)::text, -1)
            ),
            ','
          ) filter (
            where _l0._n <= $31::int
          ) || ']',
          'null'
        ) || ',' || (count(*) > $31::int)::text || ']'
      from
        (
          select
            _l0.*,
            row_number() over () as _n
          from
            (
              select _l0.*
              from _task _l0
              where
                (
                  _l0."person_id" = $32::uuid
                  and _l0.person_id = $1::uuid
                  and true
                )
              order by
                _l0."urgent_by" asc,
                _l0."created_at" asc,
                _l0."id" asc
              limit ($31::int + 1)
            ) _l0
        ) _l0
    ) || ',' || coalesce(
      (
        select (count(*)::int)::text
        from _task _l0
        where
          (
            _l0."person_id" = $33::uuid
            and _l0.person_id = $1::uuid
            and true
          )
      ),
      'null'
    ) || ']' || ']' || ']'
  end;
